package io.marquee.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server that takes everything and keeps nothing but numbers. */
final class MailSink implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong taken = new AtomicLong();
    private final AtomicLong withPapers = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    MailSink() throws IOException {
        Thread.ofPlatform().daemon().start(() -> {
            while (!listening.isClosed()) {
                try {
                    Socket client = listening.accept();
                    calls.incrementAndGet();
                    Thread.ofVirtual().start(() -> talk(client));
                } catch (IOException closed) {
                    return;
                }
            }
        });
    }

    int port() {
        return listening.getLocalPort();
    }

    /** How often somebody connected. */
    long calls() {
        return calls.get();
    }

    long taken() {
        return taken.get();
    }

    /** Those of them that bring a PDF and a picture. */
    long withPapers() {
        return withPapers.get();
    }

    long bytes() {
        return bytes.get();
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            Lines in = new Lines(client.getInputStream());
            OutputStream out = client.getOutputStream();
            say(out, "220 sink");
            for (String line = in.next(); line != null; line = in.next()) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go on");
                    take(in);
                }
                say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException gone) {
            // it hung up
        }
    }

    private void take(Lines in) throws IOException {
        boolean pdf = false;
        boolean picture = false;
        long before = in.read;
        for (String line = in.next(); line != null && !line.equals("."); line = in.next()) {
            pdf |= line.startsWith("Content-Type: application/pdf");
            picture |= line.startsWith("Content-Type: image/png");
        }
        bytes.addAndGet(in.read - before);
        if (pdf && picture) withPapers.incrementAndGet();
        taken.incrementAndGet();
    }

    /** Of long lines, such as those of a file, only the beginning: the sink shares the machine with what is measured. */
    private static final class Lines {
        private static final int SHOWN = 40;

        private final InputStream in;
        private final byte[] buffer = new byte[1 << 16];
        private int at;
        private int end;
        long read;

        Lines(InputStream in) {
            this.in = in;
        }

        String next() throws IOException {
            byte[] line = new byte[SHOWN];
            int length = 0;
            while (true) {
                if (at == end) {
                    end = in.read(buffer);
                    at = 0;
                    if (end < 0) return null;
                    read += end;
                }
                byte b = buffer[at++];
                if (b == '\n') return new String(line, 0, length, StandardCharsets.ISO_8859_1);
                if (b != '\r' && length < SHOWN) line[length++] = b;
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
