package io.marquee.payout.web;

import io.marquee.platform.web.Chip;

/** An organization's account on the administrator's page. */
public record AccountRow(
        String organization,
        String path,
        String provider,
        String account,
        String country,
        Chip state,
        String checkedAt) {}
