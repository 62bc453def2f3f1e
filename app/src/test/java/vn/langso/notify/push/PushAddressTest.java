package vn.langso.notify.push;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class PushAddressTest {

    private static final List<String> HOSTS = List.of("fcm.googleapis.com", ".push.apple.com");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/a",
                "https://web.push.apple.com/Q",
                "https://FCM.googleapis.com:443/x"
            })
    void knownServicesMayBeCalled(String endpoint) {
        assertThat(PushAddress.allowed(endpoint, HOSTS)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/a",
                "https://fcm.googleapis.com:8443/a",
                "https://fcm.googleapis.com@127.0.0.1/a",
                "https://me@fcm.googleapis.com/a",
                "https://127.0.0.1/a",
                "https://evilfcm.googleapis.com.example/a",
                "https://push.apple.com.example/a",
                "https://xpush.apple.com/a",
                "file:///etc/passwd",
                "https:///a",
                "not an address",
                ""
            })
    void nothingElseMayBeCalled(String endpoint) {
        assertThat(PushAddress.allowed(endpoint, HOSTS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "::1",
                "fe80::1",
                "fd00::1",
                "::ffff:10.0.0.1"
            })
    void privateMachinesAreNotOnThePublicNetwork(String address) throws UnknownHostException {
        assertThat(PushAddress.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"142.250.1.1", "2404:6800::1", "100.128.0.1"})
    void publicMachinesAre(String address) throws UnknownHostException {
        assertThat(PushAddress.isPublic(InetAddress.getByName(address))).isTrue();
    }
}
