package cx.ecou.provingground;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;

/**
 * One kept-alive HTTP connection with next to no cost of its own: the measured platform and the load share two cores, and
 * a comfortable client would take half of them.
 */
final class LeanHttp implements AutoCloseable {

    private final int port;
    private final String identity;
    private int patienceMillis = 60_000;
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** A program with the platform's first key. */
    LeanHttp(int port) throws IOException {
        this(port, "Authorization: Bearer " + Platform.KEY);
    }

    /** @param identity the header that says who asks */
    LeanHttp(int port, String identity) throws IOException {
        this.port = port;
        this.identity = identity;
        connect();
    }

    /** Waits no longer than this for an answer. */
    LeanHttp patience(Duration patience) throws IOException {
        patienceMillis = (int) patience.toMillis();
        socket.setSoTimeout(patienceMillis);
        return this;
    }

    private void connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(patienceMillis);
        in = new BufferedInputStream(socket.getInputStream(), 1 << 14);
        out = socket.getOutputStream();
    }

    /** @param position of the last write, −1 when the answer names none */
    record Answer(int status, long position, byte[] body) {

        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer post(String path, String contentType, byte[] body) throws IOException {
        return post(path, contentType, "", body);
    }

    /** @param headers further lines, each ended by CRLF */
    Answer post(String path, String contentType, String headers, byte[] body) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\n" + identity + "\r\nContent-Type: "
                + contentType + "\r\nContent-Length: " + body.length + "\r\n" + headers + "\r\n";
        byte[] headBytes = head.getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[headBytes.length + body.length];
        System.arraycopy(headBytes, 0, request, 0, headBytes.length);
        System.arraycopy(body, 0, request, headBytes.length, body.length);
        out.write(request);
        return answer();
    }

    /** @param headers further lines, each ended by CRLF */
    Answer get(String path, String headers) throws IOException {
        String head = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n" + identity + "\r\n" + headers + "\r\n";
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        return answer();
    }

    private Answer answer() throws IOException {
        int status = Integer.parseInt(line().split(" ", -1)[1]);
        int length = 0;
        long position = -1;
        boolean chunked = false;
        boolean last = false;
        for (String line = line(); !line.isEmpty(); line = line()) {
            String header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            } else if (header.startsWith("ecou-position:")) {
                position = Long.parseLong(header.substring(14).strip());
            } else if (header.startsWith("transfer-encoding:")) {
                chunked = true;
            } else if (header.equals("connection: close")) {
                last = true;
            }
        }
        var answer = new Answer(status, position, chunked ? chunks() : in.readNBytes(length));
        if (last) {
            // The server ends a connection after so many requests.
            close();
            connect();
        }
        return answer;
    }

    private byte[] chunks() throws IOException {
        var body = new ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.write(in.readNBytes(size));
            line();
        }
        line();
        return body.toByteArray();
    }

    private String line() throws IOException {
        var line = new StringBuilder(64);
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the platform closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
