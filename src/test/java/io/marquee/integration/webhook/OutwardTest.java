package io.marquee.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages leave for public addresses only, whatever a name says and whenever. */
class OutwardTest {
    private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "0.0.0.0",
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "203.0.113.9",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "::ffff:127.0.0.1",
                "::ffff:a00:1",
                "fe80::1",
                "fc00::1",
                "fd12:3456::1",
                "ff02::1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void this_machine_its_network_and_what_is_special_are_refused(String address) {
        assertThat(OutwardAddresses.isOutward(InetAddress.ofLiteral(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"9.9.9.9", "172.32.0.1", "100.128.0.1", "11.0.0.1", "2606:4700::1111", "2a00:1450:4001::1"})
    void public_addresses_are_good(String address) {
        assertThat(OutwardAddresses.isOutward(InetAddress.ofLiteral(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "intranet",
                "db.internal",
                "printer.local",
                "127.0.0.1",
                "[::1]",
                "2130706433",
                "0x7f000001",
                "127.1"
            })
    void what_is_plainly_inward_is_refused_when_it_is_typed(String host) {
        assertThat(OutwardAddresses.mayBePublic(host)).isFalse();
    }

    @Test
    void a_name_with_one_inward_address_among_public_ones_is_refused() {
        OutwardAddresses addresses = answering(List.of("9.9.9.9", "10.0.0.1"));

        assertThatThrownBy(() -> addresses.of("both.example.org")).isInstanceOf(IOException.class);
    }

    @Test
    void a_name_is_looked_up_once_and_what_it_says_afterwards_does_not_count() throws IOException {
        AtomicInteger asked = new AtomicInteger();
        HttpServer server = server(200, "fine", "");
        OutwardAddresses rebinding = new OutwardAddresses() {
            private final Deque<String> answers = new ArrayDeque<>(List.of("127.0.0.1", "10.0.0.1"));

            @Override
            InetAddress[] lookUp(String host) {
                asked.incrementAndGet();
                return new InetAddress[] {InetAddress.ofLiteral(answers.pop())};
            }

            @Override
            boolean isPublic(InetAddress address) {
                return address.isLoopbackAddress();
            }
        };

        OutwardPost.Answer answer = post(rebinding, server, "rebinding.example.org");

        assertThat(answer).isEqualTo(new OutwardPost.Answer(200, "fine"));
        assertThat(asked).hasValue(1);
        server.stop(0);
    }

    @Test
    void without_leave_for_this_machine_nothing_is_sent_to_it() throws IOException {
        HttpServer server = server(200, "secret", "");

        assertThatThrownBy(() -> post(new OutwardAddresses(), server, "localhost"))
                .isInstanceOf(IOException.class)
                .hasMessage("The address of localhost is not a public one.");
        server.stop(0);
    }

    @Test
    void a_redirect_is_an_answer_and_leads_nowhere() throws IOException {
        AtomicInteger hits = new AtomicInteger();
        HttpServer inward = server(200, "secret", "");
        inward.createContext("/metadata", exchange -> hits.incrementAndGet());
        HttpServer server =
                server(302, "", "http://127.0.0.1:" + inward.getAddress().getPort() + "/metadata");

        assertThat(post(leave(), server, "hooks.example.org").status()).isEqualTo(302);

        assertThat(hits).hasValue(0);
        server.stop(0);
        inward.stop(0);
    }

    @Test
    void a_server_that_never_answers_is_not_waited_for() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            OutwardPost post = new OutwardPost(leave(), Duration.ofMillis(200));
            URI url = URI.create("http://hooks.example.org:" + silent.getLocalPort() + "/");

            assertThatThrownBy(() -> post.send(url, Map.of(), BODY)).isInstanceOf(IOException.class);
        }
    }

    @Test
    void nor_is_one_that_shakes_hands_byte_by_byte() throws IOException {
        try (ServerSocket slow = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> shakeHands(slow));
            OutwardPost post = new OutwardPost(leave(), Duration.ofMillis(200));
            URI url = URI.create("https://hooks.example.org:" + slow.getLocalPort() + "/");

            assertTimeoutPreemptively(
                    Duration.ofSeconds(30),
                    () -> assertThatThrownBy(() -> post.send(url, Map.of(), BODY))
                            .isInstanceOf(IOException.class));
        }
    }

    /** A long record, for a quarter of an hour. */
    private static void shakeHands(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
            while (true) {
                socket.getOutputStream().write(0);
                Thread.sleep(50);
            }
        } catch (IOException | InterruptedException gone) {
            // it hung up
        }
    }

    /** Where this machine may be reached. */
    static OutwardAddresses leave() {
        return new OutwardAddresses() {
            @Override
            InetAddress[] lookUp(String host) {
                return new InetAddress[] {InetAddress.getLoopbackAddress()};
            }

            @Override
            boolean isPublic(InetAddress address) {
                return true;
            }
        };
    }

    private static OutwardAddresses answering(List<String> all) {
        return new OutwardAddresses() {
            @Override
            InetAddress[] lookUp(String host) {
                return all.stream().map(InetAddress::ofLiteral).toArray(InetAddress[]::new);
            }
        };
    }

    private static OutwardPost.Answer post(OutwardAddresses addresses, HttpServer server, String host)
            throws IOException {
        URI url = URI.create("http://" + host + ":" + server.getAddress().getPort() + "/hook?x=1");
        return new OutwardPost(addresses, Duration.ofSeconds(10)).send(url, Map.of("X-Test", "yes"), BODY);
    }

    private static HttpServer server(int status, String body, String location) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            if (!location.isEmpty()) exchange.getResponseHeaders().set("Location", location);
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
        server.start();
        return server;
    }
}
