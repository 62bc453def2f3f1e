package vn.langso.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Bytes over the wire, compressed as a browser asks for: a first visit with what first paint needs, and the page alone later. */
final class PagesBenchmark implements Benchmark {

    private static final Pattern NEEDED = Pattern.compile("(?:href|src)=\"(/assets/[^\"#]+)");
    private static final List<String[]> PAGES = List.of(
            new String[] {"", "/start"},
            new String[] {"", "/sign-in"},
            new String[] {"", "/v/15313-03"},
            new String[] {"resident", "/"},
            new String[] {"village-head", "/"},
            new String[] {"commune-clerk", "/"},
            new String[] {"commune-clerk", "/households?place=15316"},
            new String[] {"commune-clerk", "/places/15316"},
            new String[] {"commune-clerk", "/places/15313-03/indicators"});

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public void run(Setting setting, Report report) throws Exception {
        try (Program program = Program.start(setting, setting.work().resolve("start"), 18080)) {
            double mostFirst = 0;
            double mostLater = 0;
            for (String[] page : PAGES) {
                HttpResponse<byte[]> document = fetch(program, page[1], page[0]);
                double later = document.body().length / 1024.0;
                double first = later;
                String html = new String(unzip(document), java.nio.charset.StandardCharsets.UTF_8);
                for (String asset : assetsOf(html, program)) {
                    first += fetch(program, asset, "").body().length / 1024.0;
                }
                report.seen(
                        "page " + page[1] + (page[0].isEmpty() ? "" : " as " + page[0]),
                        later,
                        "KB",
                        "first visit %.1f KB".formatted(first));
                mostFirst = Math.max(mostFirst, first);
                mostLater = Math.max(mostLater, later);
            }
            report.atMost(
                    "heaviest document with what first paint needs",
                    mostFirst,
                    "KB",
                    120,
                    "brotli or gzip, with fonts");
            report.atMost("heaviest later page", mostLater, "KB", 30, "gzip");
        }
    }

    /** What the page names itself, and the fonts that its style sheet names. */
    private static Set<String> assetsOf(String html, Program program) throws Exception {
        Set<String> assets = new LinkedHashSet<>();
        Matcher matcher = NEEDED.matcher(html);
        while (matcher.find()) {
            if (!matcher.group(1).matches(".*(icon-|apple-touch|manifest).*")) {
                assets.add(matcher.group(1));
            }
        }
        for (String style :
                assets.stream().filter(asset -> asset.endsWith(".css")).toList()) {
            Matcher fonts = Pattern.compile("url\\([\"']?([^\"')]+\\.woff2)")
                    .matcher(program.get(style, "").body());
            while (fonts.find()) {
                assets.add(
                        fonts.group(1).startsWith("/")
                                ? fonts.group(1)
                                : "/assets/" + fonts.group(1).replace("./", ""));
            }
        }
        return assets;
    }

    private static HttpResponse<byte[]> fetch(Program program, String path, String persona) throws Exception {
        HttpRequest request = program.request(path, persona)
                .uri(URI.create(program.url(path)))
                .header("Accept-Encoding", "br, gzip")
                .header("Accept", "text/html,*/*")
                .build();
        HttpResponse<byte[]> answer = Program.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + answer.statusCode());
        }
        return answer;
    }

    private static byte[] unzip(HttpResponse<byte[]> answer) throws Exception {
        if (!"gzip".equals(answer.headers().firstValue("Content-Encoding").orElse(""))) {
            return answer.body();
        }
        try (var in = new java.util.zip.GZIPInputStream(new java.io.ByteArrayInputStream(answer.body()))) {
            return in.readAllBytes();
        }
    }
}
