package vn.langso.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Imports a sheet through the same pages that an officer uses, and waits for each step by reading its state. */
final class BenchRegister {

    /** How long the steps of one import took. */
    record Times(double uploadSeconds, double previewSeconds, double commitSeconds) {

        double total() {
            return previewSeconds + commitSeconds;
        }
    }

    private static final String BOUNDARY = "langso-bench-boundary";

    private BenchRegister() {}

    /** Lets the demo's clerk work for the whole province (or its commune again), as one assignment more would. */
    static void clerkAt(Connection connection, String placeCode) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update identity.assignment
                set place_id = (select id from places.place where code = ? and valid_to is null)
                where role = 'COMMUNE_CLERK'
                """)) {
            update.setString(1, placeCode);
            if (update.executeUpdate() == 0) {
                throw new IllegalStateException("The demo has no clerk to work for " + placeCode);
            }
        }
    }

    static long residents(Connection connection) throws SQLException {
        try (ResultSet rows = connection
                .createStatement()
                .executeQuery("select coalesce(sum(residents), 0) from households.village_count")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    /** Uploads, maps, previews and commits the sheet as the commune clerk; throws when the import does not end as it should. */
    static Times load(Program program, Path sheet, List<String> columns) throws Exception {
        long began = System.nanoTime();
        String location = upload(program, sheet);
        double upload = seconds(began);
        began = System.nanoTime();
        StringBuilder form = new StringBuilder("asOf-day=1&asOf-month=11&asOf-year=2026&village=");
        for (int i = 0; i < columns.size(); i++) {
            form.append("&column-")
                    .append(i)
                    .append('=')
                    .append(URLEncoder.encode(columns.get(i), StandardCharsets.UTF_8));
        }
        post(program, location + "/columns", form.toString());
        await(program, location, "PREVIEWED");
        double preview = seconds(began);
        began = System.nanoTime();
        post(program, location + "/commit", "");
        await(program, location, "COMMITTED");
        return new Times(upload, preview, seconds(began));
    }

    private static String upload(Program program, Path sheet) throws Exception {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                + sheet.getFileName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        HttpRequest request = program.request("/households/import", "commune-clerk")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(HttpRequest.BodyPublishers.ofInputStream(() -> joined(head, sheet, tail)))
                .build();
        HttpResponse<String> answer = Program.http().send(request, HttpResponse.BodyHandlers.ofString());
        return URI.create(answer.headers()
                        .firstValue("Location")
                        .orElseThrow(() -> new IllegalStateException(
                                "Upload answered " + answer.statusCode() + ": " + answer.body())))
                .getPath();
    }

    private static InputStream joined(String head, Path sheet, String tail) {
        try {
            return new SequenceInputStream(Collections.enumeration(List.of(
                    new java.io.ByteArrayInputStream(head.getBytes(StandardCharsets.UTF_8)),
                    Files.newInputStream(sheet),
                    new java.io.ByteArrayInputStream(tail.getBytes(StandardCharsets.UTF_8)))));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void post(Program program, String path, String form) throws Exception {
        HttpRequest request = program.request(path, "commune-clerk")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        HttpResponse<String> answer = Program.http().send(request, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(path + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }

    private static void await(Program program, String location, String wanted) throws Exception {
        String id = location.substring(location.lastIndexOf('/') + 1);
        try (Connection connection = program.database();
                PreparedStatement query = connection.prepareStatement(
                        "select state, failure_code from households.register_import where id = ?::uuid")) {
            query.setString(1, id);
            while (true) {
                try (ResultSet row = query.executeQuery()) {
                    row.next();
                    String state = row.getString(1);
                    if (wanted.equals(state)) {
                        return;
                    }
                    if ("FAILED".equals(state)) {
                        throw new IllegalStateException("The import failed with " + row.getString(2));
                    }
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static double seconds(long began) {
        return (System.nanoTime() - began) / 1e9;
    }
}
