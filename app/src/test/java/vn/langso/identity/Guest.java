package vn.langso.identity;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.servlet.http.Cookie;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/**
 * Somebody at a browser, for the tests of the pages where people sign in.
 *
 * @param phone a number that no other guest has
 * @param address network address that no other guest has, so that tries are counted for this one alone
 */
record Guest(MockMvcTester http, String phone, String address) {

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Guest arriving(MockMvcTester http) {
        int number = NUMBER.incrementAndGet();
        return new Guest(
                http, "09%08d".formatted(12_000_000 + number), "198.18.%d.%d".formatted(number / 250, number % 250));
    }

    MvcTestResult get(String path, Cookie... cookies) {
        MockMvcRequestBuilder request = http.get().uri(path).with(from());
        return (cookies.length == 0 ? request : request.cookie(cookies)).exchange();
    }

    /** A form with its token, still without fields. */
    MockMvcRequestBuilder post(String path, Cookie... cookies) {
        MockMvcRequestBuilder request = http.post().uri(path).with(csrf()).with(from());
        return cookies.length == 0 ? request : request.cookie(cookies);
    }

    static String body(MvcTestResult result) {
        try {
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private RequestPostProcessor from() {
        return request -> {
            request.setRemoteAddr(address);
            return request;
        };
    }
}
