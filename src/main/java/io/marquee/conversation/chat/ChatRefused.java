package io.marquee.conversation.chat;

import io.marquee.kernel.Refusal;
import java.util.Map;

/** Why a message was not taken. */
public abstract sealed class ChatRefused extends Refusal {

    private ChatRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** The room is not open now. */
    public static final class Closed extends ChatRefused {
        public Closed() {
            super(Kind.CONFLICT, "chat_closed");
        }
    }

    /** The team asked them to be quiet. */
    public static final class Muted extends ChatRefused {
        public Muted() {
            super(Kind.FORBIDDEN, "chat_muted");
        }
    }

    /** They wrote a moment ago. */
    public static final class TooFast extends ChatRefused {
        private final long seconds;

        public TooFast(long seconds) {
            super(Kind.TOO_MANY, "chat_too_fast", seconds);
            this.seconds = seconds;
        }

        @Override
        public Map<String, Object> facts() {
            return Map.of("retryAfterSeconds", seconds);
        }
    }
}
