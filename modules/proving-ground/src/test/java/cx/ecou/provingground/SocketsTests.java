package cx.ecou.provingground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class SocketsTests {

    @Test
    void an_address_is_read_as_linux_writes_it() throws IOException {
        assertThat(Sockets.address("0100007F:1F90").getHostAddress()).isEqualTo("127.0.0.1");
        assertThat(Sockets.address("0A0200C0:0050").getHostAddress()).isEqualTo("192.0.2.10");
        assertThat(Sockets.address("00000000000000000000000001000000:1F90").isLoopbackAddress())
                .isTrue();
        assertThat(Sockets.address("0000000000000000FFFF00000100007F:1F90").isLoopbackAddress())
                .isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoever_speaks_with_somebody_outside_is_seen() throws IOException {
        // A datagram socket needs nobody who listens: 192.0.2.10 is an address for examples.
        try (var socket = new DatagramSocket()) {
            assertThat(Sockets.outbound(List.of(ProcessHandle.current()))).isEmpty();
            socket.connect(new InetSocketAddress("192.0.2.10", 9));
            assertThat(Sockets.outbound(List.of(ProcessHandle.current())))
                    .anyMatch(seen -> seen.contains("192.0.2.10"));
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void whoever_speaks_within_the_machine_is_not() throws IOException {
        try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                var socket = new Socket(InetAddress.getLoopbackAddress(), listening.getLocalPort())) {
            assertThat(socket.isConnected()).isTrue();
            assertThat(Sockets.outbound(List.of(ProcessHandle.current()))).isEmpty();
            assertThat(Sockets.within(List.of(ProcessHandle.current()))).isPositive();
            assertThat(Sockets.within(List.of())).isZero();
        }
    }
}
