package io.marquee.platform.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.marquee.platform.config.Settings.Redis;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.args.ClientType;
import redis.clients.jedis.params.ClientKillParams;
import redis.embedded.RedisServer;

/** Two nodes with a real Redis between them. */
class RedisNewsTest {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PASSWORD = "a long one";

    private RedisServer server = server(0);
    private Redis redis = new Redis("127.0.0.1", 0, null, PASSWORD, false);
    private Node one = new Node(redis, "ours");
    private Node two = new Node(redis, "ours");

    @BeforeEach
    void two_nodes_that_listen() throws IOException {
        int port = freePort();
        server = server(port);
        server.start();
        redis = new Redis("127.0.0.1", port, null, PASSWORD, false);
        one = new Node(redis, "ours");
        two = new Node(redis, "ours");
        one.start();
        two.start();
        await().atMost(SOON).until(() -> one.bell.lost.get() == 1 && two.bell.lost.get() == 1);
    }

    @AfterEach
    void over() throws IOException {
        one.stop();
        two.stop();
        server.stop();
    }

    @Test
    void what_one_node_tells_all_hear_in_their_channel() {
        one.herald.tell("bell", List.of("ada", "eve"));
        two.herald.tell("chat", List.of("room"));

        await().atMost(SOON).untilAsserted(() -> {
            for (Node node : List.of(one, two)) {
                assertThat(node.bell.heard).containsExactly("ada", "eve");
                assertThat(node.chat.heard).containsExactly("room");
            }
        });
    }

    @Test
    void nothing_is_told_before_the_commit_and_nothing_of_what_rolled_back() {
        tellWithin(TransactionSynchronization.STATUS_ROLLED_BACK, "undone");
        tellWithin(TransactionSynchronization.STATUS_COMMITTED, "done");

        await().atMost(SOON).untilAsserted(() -> assertThat(two.bell.heard).isNotEmpty());
        assertThat(two.bell.heard).containsExactly("done");
    }

    @Test
    void whoever_heard_nothing_for_a_while_knows_it_and_hears_again() throws IOException {
        server.stop();
        one.herald.tell("bell", List.of("lost"));
        server = server(redis.port());
        server.start();

        await().atMost(SOON).until(() -> two.bell.lost.get() == 2 && two.chat.lost.get() == 2);
        await().atMost(SOON).untilAsserted(() -> {
            one.herald.tell("bell", List.of("again"));
            assertThat(two.bell.heard).contains("again");
        });
    }

    @Test
    void what_nobody_understands_harms_nothing_that_comes_after() {
        one.herald.tell("bell", List.of("no uuid"));
        one.herald.tell("bell", List.of("ada"));

        await().atMost(SOON).untilAsserted(() -> assertThat(two.bell.heard).containsExactly("ada"));
        assertThat(two.bell.lost).as("on the same line").hasValue(1);
    }

    @Test
    void another_installation_on_the_same_server_is_not_heard() {
        Node other = new Node(redis, "theirs");
        other.start();
        try {
            await().atMost(SOON).until(() -> other.bell.lost.get() == 1);
            other.herald.tell("bell", List.of("foreign"));
            await().atMost(SOON)
                    .untilAsserted(() -> assertThat(other.bell.heard).containsExactly("foreign"));
            one.herald.tell("bell", List.of("ada"));
            await().atMost(SOON).untilAsserted(() -> assertThat(two.bell.heard).containsExactly("ada"));
            assertThat(other.bell.heard).containsExactly("foreign");
        } finally {
            other.stop();
        }
    }

    @Test
    void what_is_told_on_a_line_that_was_cut_is_told_once_more() {
        one.herald.tell("bell", List.of("before"));
        await().atMost(SOON).untilAsserted(() -> assertThat(two.bell.heard).containsExactly("before"));
        try (Jedis operator = RedisLogin.of(redis)) {
            operator.clientKill(new ClientKillParams().type(ClientType.NORMAL).skipMe(ClientKillParams.SkipMe.YES));
        }

        one.herald.tell("bell", List.of("after"));

        await().atMost(SOON).untilAsserted(() -> assertThat(two.bell.heard).contains("after"));
        assertThat(two.bell.lost).as("who listens noticed nothing").hasValue(1);
    }

    @Test
    void the_doctor_tells_why_it_cannot_be_used() {
        assertThat(RedisLogin.refused(redis)).isNull();
        assertThat(RedisLogin.refused(new Redis("127.0.0.1", redis.port(), null, "wrong", false)))
                .contains("WRONGPASS");
    }

    private void tellWithin(int outcome, String payload) {
        TransactionSynchronizationManager.initSynchronization();
        try {
            one.herald.tell("bell", List.of(payload));
            for (TransactionSynchronization waiting : TransactionSynchronizationManager.getSynchronizations()) {
                if (outcome == TransactionSynchronization.STATUS_COMMITTED) waiting.afterCommit();
                waiting.afterCompletion(outcome);
            }
        } finally {
            TransactionSynchronizationManager.clearSynchronization();
        }
    }

    private static final class Node {
        private final Ear bell = new Ear("bell");
        private final Ear chat = new Ear("chat");
        private final RedisHerald herald;
        private final RedisWire wire;

        Node(Redis redis, String installation) {
            RedisChannels channels = new RedisChannels(installation + ":");
            this.herald = new RedisHerald(redis, channels);
            this.wire = new RedisWire(redis, channels, List.of(bell, chat));
        }

        void start() {
            wire.start();
            herald.start();
        }

        void stop() {
            herald.stop();
            wire.stop();
        }
    }

    private static final class Ear implements Hearer {
        private final String channel;
        private final List<String> heard = new CopyOnWriteArrayList<>();
        private final AtomicInteger lost = new AtomicInteger();

        Ear(String channel) {
            this.channel = channel;
        }

        @Override
        public String channel() {
            return channel;
        }

        @Override
        public void heard(String payload) {
            if (payload.equals("no uuid")) throw new IllegalArgumentException(payload);
            heard.add(payload);
        }

        @Override
        public void lost() {
            lost.incrementAndGet();
        }
    }

    private static RedisServer server(int port) {
        try {
            return RedisServer.newRedisServer()
                    .port(port)
                    .bind("127.0.0.1")
                    .setting("requirepass \"" + PASSWORD + "\"")
                    .setting("save \"\"")
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
