package io.marquee.integration.webhook;

import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * One POST to a public address, over a connection of its own. Clients of HTTP look names up themselves, after any check of ours;
 * this one connects to the address that was checked, and follows no redirect.
 */
class OutwardPost {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
    private static final int MOST = 16 * 1024;

    private final OutwardAddresses addresses;
    private final Duration patience;

    OutwardPost(OutwardAddresses addresses, Duration patience) {
        this.addresses = addresses;
        this.patience = patience;
    }

    /** @param body its first letters, with what stands before it where the answer comes in chunks */
    record Answer(int status, String body) {}

    Answer send(URI url, Map<String, String> headers, byte[] body) throws IOException {
        long end = System.nanoTime() + patience.toNanos();
        InetAddress address = addresses.of(url.getHost());
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? 443 : 80;
        try (Socket plain = new Hurried(end)) {
            plain.connect(new InetSocketAddress(address, port), (int) patience.toMillis());
            try (Socket socket = secure ? secured(plain, url.getHost(), port) : plain) {
                OutputStream out = socket.getOutputStream();
                out.write(head(url, headers, body.length).getBytes(StandardCharsets.US_ASCII));
                out.write(body);
                out.flush();
                return answer(read(socket.getInputStream()));
            }
        }
    }

    private static Socket secured(Socket plain, String host, int port) throws IOException {
        SSLSocketFactory factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        SSLSocket socket = (SSLSocket) factory.createSocket(plain, host, port, true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static String head(URI url, Map<String, String> headers, int length) {
        String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
        StringBuilder head = new StringBuilder("POST " + path);
        if (url.getRawQuery() != null) head.append('?').append(url.getRawQuery());
        head.append(" HTTP/1.1\r\nHost: ").append(url.getHost());
        if (url.getPort() >= 0) head.append(':').append(url.getPort());
        head.append("\r\nConnection: close\r\nContent-Length: ").append(length).append("\r\n");
        headers.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString();
    }

    private static String read(InputStream in) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] buffer = new byte[4096];
        int n = 0;
        while (n >= 0 && all.size() < MOST) {
            n = in.read(buffer);
            if (n > 0) all.write(buffer, 0, n);
            if (complete(all)) n = -1;
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    /** Whether all is there that was announced; a server may keep the connection open nevertheless. */
    private static boolean complete(ByteArrayOutputStream all) {
        String text = all.toString(StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n");
        if (body < 0) return false;
        Matcher length = Pattern.compile("(?i)\r\ncontent-length: *(\\d{1,9})").matcher(text.substring(0, body));
        if (length.find()) return text.length() - body - 4 >= Integer.parseInt(length.group(1));
        return text.startsWith("HTTP/1.1 204") || text.endsWith("\r\n0\r\n\r\n");
    }

    private static Answer answer(String text) throws IOException {
        Matcher status = STATUS.matcher(text);
        if (!status.lookingAt()) throw new IOException("That was no answer of HTTP.");
        int body = text.indexOf("\r\n\r\n");
        return new Answer(Integer.parseInt(status.group(1)), body < 0 ? "" : text.substring(body + 4));
    }

    /** Whoever sends byte by byte is not waited for, while they shake hands neither. */
    private static final class Hurried extends Socket {
        private final long end;

        Hurried(long end) {
            this.end = end;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    hurry();
                    return super.read();
                }

                @Override
                public int read(byte[] bytes, int from, int many) throws IOException {
                    hurry();
                    return super.read(bytes, from, many);
                }
            };
        }

        private void hurry() throws IOException {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) throw new SocketTimeoutException("The answer took too long.");
            setSoTimeout((int) left);
        }
    }
}
