package vn.langso.identity;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

import vn.langso.identity.codes.CodeSender;
import vn.langso.identity.secrets.Phone;

/** A sender that keeps what it was given. */
final class SentCodes implements CodeSender {

    private static final Pattern CODE = Pattern.compile("\\b[0-9]{6}\\b");

    private final BlockingQueue<String> texts = new LinkedBlockingQueue<>();

    @Override
    public void send(Phone phone, String text) {
        texts.add(text);
    }

    /** The code of the next message; fails when none comes. */
    String next() throws InterruptedException {
        String text = texts.poll(10, TimeUnit.SECONDS);
        Matcher code = CODE.matcher(text == null ? "" : text);
        if (!code.find()) {
            throw new AssertionError("No code was sent: " + text);
        }
        return code.group();
    }

    boolean isEmpty() {
        return texts.isEmpty();
    }

    /** The sender of a test's context. */
    @TestConfiguration(proxyBeanMethods = false)
    static class Beans {

        @Bean
        SentCodes sentCodes() {
            return new SentCodes();
        }
    }
}
