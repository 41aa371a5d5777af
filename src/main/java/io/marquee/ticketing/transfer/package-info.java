/**
 * Tickets on their way from one person to another: offered by mail, accepted or declined without an account, taken back, run
 * out; or changed by the team. Tables: ticketing.transfers, transfer_rules. Publishes: {@link
 * io.marquee.ticketing.transfer.TransferMoved}.
 */
@NamedInterface("transfer")
@NullMarked
package io.marquee.ticketing.transfer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
