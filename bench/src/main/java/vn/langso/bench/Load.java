package vn.langso.bench;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;

/**
 * Requests at a fixed rate whatever the answers take (open loop), so that a slow answer delays none of those behind it and is counted
 * from the moment when it was due.
 */
final class Load {

    /** Times in milliseconds from the due moment to the last byte, and how many answers were not 200. */
    record Result(Samples millis, int failed) {}

    private Load() {}

    static Result run(int perSecond, Duration duration, IntFunction<HttpRequest> requests) throws InterruptedException {
        Samples millis = new Samples();
        AtomicInteger failed = new AtomicInteger();
        int total = Math.toIntExact(perSecond * duration.toSeconds());
        long gap = TimeUnit.SECONDS.toNanos(1) / perSecond;
        long began = System.nanoTime();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < total; i++) {
                long due = began + i * gap;
                LockSupport.parkNanos(due - System.nanoTime());
                HttpRequest request = requests.apply(i);
                callers.execute(() -> {
                    try {
                        HttpResponse<byte[]> answer =
                                Program.http().send(request, HttpResponse.BodyHandlers.ofByteArray());
                        if (answer.statusCode() != 200) {
                            failed.incrementAndGet();
                        }
                    } catch (Exception e) {
                        failed.incrementAndGet();
                    }
                    millis.add((System.nanoTime() - due) / 1e6);
                });
            }
        }
        return new Result(millis, failed.get());
    }
}
