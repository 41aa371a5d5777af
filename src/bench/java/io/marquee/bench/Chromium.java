package io.marquee.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A phone of sorts: one tab of a headless Chromium, 390 wide, on a CPU that is made four times slower. */
final class Chromium implements AutoCloseable {
    private final Path profile;
    private final Process process;
    private final WebSocket tab;
    private final AtomicInteger number = new AtomicInteger();
    private final Map<Integer, CompletableFuture<String>> open = new ConcurrentHashMap<>();

    Chromium() throws Exception {
        profile = Files.createTempDirectory("marquee-bench-chromium");
        process = new ProcessBuilder(
                        "chromium",
                        "--headless",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--remote-debugging-port=0",
                        "--user-data-dir=" + profile,
                        "about:blank")
                .redirectErrorStream(true)
                .start();
        HttpClient http = HttpClient.newHttpClient();
        tab = http.newWebSocketBuilder()
                .buildAsync(address(http), new Listener())
                .get(30, TimeUnit.SECONDS);
        call("Emulation.setCPUThrottlingRate", "{\"rate\":4}");
        call(
                "Emulation.setDeviceMetricsOverride",
                "{\"width\":390,\"height\":844,\"deviceScaleFactor\":2,\"mobile\":true}");
    }

    private URI address(HttpClient http) throws Exception {
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        Pattern listening = Pattern.compile("DevTools listening on ws://([^/]+)/");
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            Matcher found = listening.matcher(line);
            if (found.find()) {
                Thread.ofVirtual().start(() -> drain(said));
                String tabs = http.send(
                                HttpRequest.newBuilder(URI.create("http://" + found.group(1) + "/json/list"))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString())
                        .body();
                return URI.create(Api.field("webSocketDebuggerUrl", tabs));
            }
        }
        throw new IllegalStateException("chromium did not start");
    }

    /** What it says is read to the end, so that it never waits for a reader. */
    private static void drain(BufferedReader said) {
        try {
            while (said.readLine() != null) {}
        } catch (IOException closed) {
            // it is over
        }
    }

    private final class Listener implements WebSocket.Listener {
        private final StringBuilder message = new StringBuilder();
        private final Pattern id = Pattern.compile("^\\{\"id\":(\\d+)");

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
            message.append(data);
            if (last) {
                Matcher answer = id.matcher(message);
                if (answer.find()) {
                    CompletableFuture<String> asked = open.remove(Integer.parseInt(answer.group(1)));
                    if (asked != null) asked.complete(message.toString());
                }
                message.setLength(0);
            }
            socket.request(1);
            return null;
        }
    }

    String call(String method, String parameters) throws Exception {
        int id = number.incrementAndGet();
        CompletableFuture<String> answer = new CompletableFuture<>();
        open.put(id, answer);
        tab.sendText("{\"id\":%d,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters), true)
                .join();
        return answer.get(60, TimeUnit.SECONDS);
    }

    void visit(String address) throws Exception {
        call("Page.navigate", "{\"url\":\"" + address + "\"}");
    }

    /** What the script comes to, a number. */
    double number(String script) throws Exception {
        String answer = call(
                "Runtime.evaluate",
                "{\"awaitPromise\":true,\"returnByValue\":true,\"expression\":\"" + script.replace("\"", "\\\"")
                        + "\"}");
        Matcher value = Pattern.compile("\"value\":(-?[0-9.e+-]+)").matcher(answer);
        if (!value.find()) throw new IllegalStateException(script + " came to " + answer);
        return Double.parseDouble(value.group(1));
    }

    /** Waits until the script comes to something above zero, and answers it. */
    double positive(String script) throws Exception {
        for (int i = 0; i < 600; i++) {
            double value = number(script);
            if (value > 0) return value;
            Thread.sleep(50);
        }
        throw new IllegalStateException("never: " + script);
    }

    void mouse(String type, int x, int y) throws Exception {
        call(
                "Input.dispatchMouseEvent",
                "{\"type\":\"%s\",\"x\":%d,\"y\":%d,\"button\":\"left\",\"buttons\":1,\"clickCount\":1}"
                        .formatted(type, x, y));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        tab.abort();
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.waitFor(10, TimeUnit.SECONDS);
        try (Stream<Path> files = Files.walk(profile)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
