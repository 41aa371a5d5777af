package io.marquee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import java.util.stream.LongStream;

/** A browser that hears server-sent events of one name, and how late each was. */
final class Listener {
    private static final int BUFFER = 1024;

    private final int port;
    private final String path;
    private final String token;
    private final String name;
    private final Function<String, Long> told;
    private volatile Socket socket;
    private long[] delays = new long[16];
    private int heard;
    private volatile String last = "";
    private volatile boolean closed;
    private volatile String broken;

    /** @param told when what it says was told, in nanoseconds; null for what is not counted */
    Listener(int port, String path, String token, String name, Function<String, Long> told) {
        this.port = port;
        this.path = path;
        this.token = token;
        this.name = name;
        this.told = told;
    }

    /** Until it is closed. @param opening released as soon as it hears something */
    void listen(Semaphore opening) {
        boolean open = false;
        try (Socket mine = new Socket("127.0.0.1", port)) {
            socket = mine;
            mine.getOutputStream()
                    // as of old: the answer then comes as it is, not in chunks that may end within a line
                    .write(("GET " + path + " HTTP/1.0\r\nHost: localhost\r\nAccept: text/event-stream\r\n"
                                    + "Cookie: marquee_session=" + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            BufferedReader in =
                    new BufferedReader(new InputStreamReader(mine.getInputStream(), StandardCharsets.UTF_8), BUFFER);
            String event = "";
            String status = in.readLine();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("event:")) event = line.substring(6);
                else if (line.startsWith("data:") && event.equals(name)) hear(line.substring(5));
                if (!open && (line.startsWith("data:") || line.startsWith(":"))) {
                    open = true;
                    opening.release();
                }
            }
            if (!closed) broken = open ? "ended" : "answered " + status;
        } catch (IOException e) {
            if (!closed) broken = e.toString();
        } finally {
            if (!open) opening.release();
        }
    }

    private void hear(String said) {
        long now = System.nanoTime();
        last = said;
        Long at = told.apply(said);
        if (at == null) return;
        synchronized (this) {
            if (heard == delays.length) delays = Arrays.copyOf(delays, heard * 2);
            delays[heard++] = now - at;
        }
    }

    String name() {
        return name;
    }

    /** What it heard last. */
    String last() {
        return last;
    }

    synchronized int heard() {
        return heard;
    }

    synchronized LongStream delays() {
        return Arrays.stream(Arrays.copyOf(delays, heard));
    }

    synchronized void forget() {
        heard = 0;
    }

    /** How it ended though nobody closed it; null where it did not. */
    String broken() {
        return broken;
    }

    void close() {
        closed = true;
        try {
            if (socket != null) socket.close();
        } catch (IOException gone) {
            // it hung up first
        }
    }
}
