package vn.langso.platform;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.ConfigurableEnvironment;

/** Looks at the ports before anything slow begins, so that a taken one is told at once and no database is left running. */
class StartChecks implements EnvironmentPostProcessor {

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String address = environment.getProperty("server.address", "0.0.0.0");
        check(address, environment.getProperty("server.port", Integer.class, 8080));
        check("127.0.0.1", environment.getProperty("langso.metrics-port", Integer.class, -1));
    }

    private static void check(String address, int port) {
        if (port <= 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(address), port));
        } catch (IOException e) {
            throw new StartRefused(
                    "Cổng " + port
                            + " đang có chương trình khác dùng: hãy dừng chương trình đó hoặc chọn cổng khác bằng --port N.",
                    "Port " + port + " is already in use: stop the other program or choose another with --port N.",
                    e);
        }
    }
}
