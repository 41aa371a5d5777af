package io.marquee.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** Requests byte by byte, as no well-behaved client would send them. */
public final class RawHttp {
    private static final int MOST = 200_000;

    private RawHttp() {}

    /**
     * What came back.
     *
     * @param status 0 where the server closed the connection without a word
     * @param head the status line and the header lines
     */
    public record Reply(int status, String head, String body) {
        public boolean has(String header) {
            return head.toLowerCase(Locale.ROOT).contains(header.toLowerCase(Locale.ROOT));
        }
    }

    /** @param target goes into the request line as it is, and so do the header lines */
    public static Reply send(int port, String method, String target, List<String> headers, byte[] body) {
        StringBuilder head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        head.append("Host: localhost:").append(port).append("\r\nConnection: close\r\n");
        headers.forEach(line -> head.append(line).append("\r\n"));
        if (body.length > 0) head.append("Content-Length: ").append(body.length).append("\r\n");
        head.append("\r\n");
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(30_000);
            try {
                socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
                socket.getOutputStream().write(body);
                socket.getOutputStream().flush();
            } catch (IOException refused) {
                // the answer may be there before the request is through
            }
            return reply(socket.getInputStream());
        } catch (IOException e) {
            return new Reply(0, "", "");
        }
    }

    private static Reply reply(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[8192];
        try {
            int n;
            do {
                n = in.read(buffer);
                if (n > 0) all.write(buffer, 0, n);
            } while (n > 0 && all.size() < MOST && !endless(all));
        } catch (SocketTimeoutException e) {
            if (all.size() == 0) throw new IllegalStateException("no answer in 30 seconds", e);
        } catch (IOException closed) {
            if (all.size() == 0) throw closed;
        }
        String text = all.toString(StandardCharsets.UTF_8);
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        int status = head.startsWith("HTTP/1.1 ") ? Integer.parseInt(head.substring(9, 12)) : 0;
        return new Reply(status, head, end < 0 ? "" : text.substring(end + 4));
    }

    /** A stream of events has a head and no end. */
    private static boolean endless(ByteArrayOutputStream all) {
        return all.size() < 16_384
                && all.toString(StandardCharsets.ISO_8859_1)
                        .toLowerCase(Locale.ROOT)
                        .contains("content-type: text/event-stream");
    }
}
