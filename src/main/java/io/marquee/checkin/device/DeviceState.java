package io.marquee.checkin.device;

import io.marquee.kernel.Transitions;

/** The life of a device. */
public enum DeviceState {
    /** Its link was not opened yet. */
    INVITED,
    ENROLLED,
    REVOKED;

    static final Transitions<DeviceState> MOVES = Transitions.of(DeviceState.class)
            .allow(INVITED, ENROLLED, INVITED, REVOKED)
            .allow(ENROLLED, INVITED, REVOKED);
}
