package io.marquee.ticketing.transfer;

import io.marquee.kernel.EventId;
import io.marquee.kernel.OrganizationId;
import java.time.Instant;

/** A ticket was offered to somebody, or that offer was decided. Published inside the transaction that did it. */
public record TransferMoved(
        TransferId transfer, EventId event, OrganizationId organization, TransferState to, Instant at) {}
