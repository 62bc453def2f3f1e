package vn.langso.sim;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * How a running simulator is told what to do: a line of words over loopback HTTP, with a token from a file that its owner alone reads.
 * Served by the simulator, asked by {@code ./langso sim}.
 */
final class Control {

    private static final String FILE = "control";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Control() {}

    static HttpServer serve(Path folder, UnaryOperator<String> scenes) throws IOException {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        String token = HexFormat.of().formatHex(random);
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/do", exchange -> answer(exchange, token, scenes));
        server.start();
        Path fresh = Files.writeString(
                folder.resolve(FILE + ".new"), server.getAddress().getPort() + "\n" + token + "\n");
        Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
        Files.move(fresh, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return server;
    }

    /** Sends the words; prints the answer. 0 when it was done. */
    static int ask(Path folder, List<String> words) throws IOException, InterruptedException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            return notRunning();
        }
        List<String> where = Files.readAllLines(file);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + where.getFirst() + "/do"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + where.get(1))
                .POST(HttpRequest.BodyPublishers.ofString(String.join(" ", words)))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            boolean done = answer.statusCode() == 200;
            (done ? System.out : System.err).println(answer.body());
            return done ? 0 : 1;
        } catch (ConnectException e) {
            return notRunning();
        }
    }

    private static int notRunning() {
        System.err.println("Không có bản trình diễn nào đang chạy: hãy mở ./langso demo trước.");
        System.err.println("No demo is running: start ./langso demo first.");
        return 1;
    }

    private static void answer(HttpExchange exchange, String token, UnaryOperator<String> scenes) throws IOException {
        String given = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        String words = new String(exchange.getRequestBody().readNBytes(4096), StandardCharsets.UTF_8);
        int status = 200;
        String text;
        if (!MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), ("Bearer " + token).getBytes(StandardCharsets.UTF_8))) {
            status = 401;
            text = "The token is wrong.";
        } else {
            try {
                text = scenes.apply(words);
            } catch (IllegalArgumentException e) {
                status = 422;
                text = String.valueOf(e.getMessage());
            }
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }
}
