package io.marquee.notification;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A mail server that takes what it gets, but for the recipients that it is told to refuse. */
public final class MailServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Map<String, String> refusals = new ConcurrentHashMap<>();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final List<String> taken = new CopyOnWriteArrayList<>();

    public MailServer() throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    public String url() {
        return "smtp://localhost:" + socket.getLocalPort();
    }

    /** @param reply such as {@code 550 5.1.1 no such user} */
    public void refuse(String recipient, String reply) {
        refusals.put(recipient, reply);
    }

    /** Whole messages, as they came. */
    public List<String> taken() {
        return taken;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket one = socket.accept();
                calls.incrementAndGet();
                open.add(one);
                Thread.ofVirtual().start(() -> serve(one));
            } catch (IOException gone) {
                // the next one
            }
        }
    }

    private void serve(Socket one) {
        try (one) {
            talk(one);
        } catch (IOException gone) {
            // hung up
        }
    }

    /** Ends all calls as they are. */
    public void hangUp() throws IOException {
        for (Socket one : open) one.close();
    }

    /** How often somebody called. */
    public int calls() {
        return calls.get();
    }

    private void talk(Socket one) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(one.getInputStream(), StandardCharsets.UTF_8));
        PrintWriter out = new PrintWriter(one.getOutputStream(), true, StandardCharsets.UTF_8);
        out.print("220 test\r\n");
        out.flush();
        String line = in.readLine();
        while (line != null) {
            out.print(answer(line, in, out) + "\r\n");
            out.flush();
            line = line.startsWith("QUIT") ? null : in.readLine();
        }
    }

    private String answer(String line, BufferedReader in, PrintWriter out) throws IOException {
        if (line.startsWith("RCPT")) {
            String recipient = line.replaceAll(".*<(.*)>.*", "$1");
            return refusals.getOrDefault(recipient, "250 ok");
        } else if (line.startsWith("DATA")) {
            out.print("354 go on\r\n");
            out.flush();
            StringBuilder message = new StringBuilder();
            for (String part = in.readLine(); part != null && !part.equals("."); part = in.readLine()) {
                message.append(part).append('\n');
            }
            taken.add(message.toString());
            return "250 taken";
        } else {
            return line.startsWith("QUIT") ? "221 bye" : "250 ok";
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
