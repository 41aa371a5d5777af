package io.marquee.checkin.device;

import io.marquee.kernel.Refusal;

/** Why a device was refused. */
public abstract sealed class DeviceRefused extends Refusal {
    private DeviceRefused(Kind kind, String code, Object... arguments) {
        super(kind, code, arguments);
    }

    /** It was revoked, or its time is over: it is to forget what it knows. */
    public static final class Revoked extends DeviceRefused {
        public Revoked() {
            super(Kind.UNAUTHENTICATED, "device_revoked");
        }
    }

    /** The link enrolled another device before. */
    public static final class EnrolmentUsed extends DeviceRefused {
        EnrolmentUsed() {
            super(Kind.CONFLICT, "enrolment_used");
        }
    }

    /** The link's week is over, or its device was revoked. */
    public static final class EnrolmentOver extends DeviceRefused {
        EnrolmentOver() {
            super(Kind.CONFLICT, "enrolment_over");
        }
    }

    /** An event has so many at most. */
    public static final class TooMany extends DeviceRefused {
        TooMany(int most) {
            super(Kind.CONFLICT, "too_many_devices", most);
        }
    }
}
