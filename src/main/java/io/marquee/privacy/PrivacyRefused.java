package io.marquee.privacy;

import io.marquee.kernel.Refusal;

/** Why somebody's data were not handed out or erased. */
public abstract sealed class PrivacyRefused extends Refusal {
    private PrivacyRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** Something stands in the way, such as an organization that would be left without an owner. */
    public static final class InTheWay extends PrivacyRefused {
        private final String names;

        InTheWay(String code, String names) {
            super(Kind.CONFLICT, code, names);
            this.names = names;
        }

        String names() {
            return names;
        }
    }

    /** They had an archive made within the last day. */
    public static final class ArchiveIsRecent extends PrivacyRefused {
        ArchiveIsRecent() {
            super(Kind.CONFLICT, "archive_is_recent");
        }
    }

    /** There is no erasure that could be called off. */
    public static final class NothingWaits extends PrivacyRefused {
        NothingWaits() {
            super(Kind.CONFLICT, "no_erasure_waits");
        }
    }
}
