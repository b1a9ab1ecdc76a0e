package cx.ecou.platform.start;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.core.env.Environment;

/** The port must be free. */
final class PortCheck implements StartCheck.Check {

    private static final int HIGHEST = 65_535;

    @Override
    public void check(Environment environment) {
        int port = number(environment.getProperty("server.port", "8080"));
        if (port <= 0) {
            return;
        }
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(address(environment, port));
        } catch (IOException e) {
            throw new StartRefused(taken(port));
        }
    }

    static String taken(int port) {
        return "Port " + port + " is taken or not allowed: stop what uses it, or set SERVER_PORT to another one.";
    }

    private static int number(String port) {
        try {
            int number = Integer.parseInt(port.strip());
            if (number <= HIGHEST) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new StartRefused("SERVER_PORT is not a number: set it to a port such as 8080.");
        }
        throw new StartRefused("SERVER_PORT is not a port: set it to a number up to " + HIGHEST + ".");
    }

    private static InetSocketAddress address(Environment environment, int port) {
        String host = environment.getProperty("server.address");
        return host == null ? new InetSocketAddress(port) : new InetSocketAddress(host, port);
    }
}
