package io.marquee.stripe;

import java.util.ArrayList;
import java.util.List;

/** Money that the platform passes on to a connected account. */
final class Transfers {
    private final World world;
    private final Balances balances;
    private final Charges charges;

    Transfers(World world, Balances balances, Charges charges) {
        this.world = world;
        this.balances = balances;
        this.charges = charges;
    }

    Thing create(Call call) {
        Book receiver = world.book(call.need("destination"));
        Thing about = new Thing()
                .with("currency", call.need("currency"))
                .with("transfer_group", call.params().maybe("transfer_group"));
        long amount = call.needNumber("amount");
        Thing transfer = made(world, about, receiver, amount)
                .with("description", call.params().maybe("description"))
                .with("source_transaction", call.params().maybe("source_transaction"))
                .with("metadata", call.metadata());
        if (call.params().maybe("source_transaction") == null
                && Balances.available(world.platform, about.text("currency")) < amount) {
            throw Refused.invalid(
                    "balance_insufficient", "You have insufficient available funds in your Stripe account.");
        }
        world.platform.add(transfer);
        transfer.put(
                "balance_transaction",
                balances.move(world.platform, "transfer", "transfer", transfer, -amount, List.of())
                        .id());
        Thing payment = receiver.add(charges.arrived(about, transfer, amount));
        payment.put(
                "balance_transaction",
                balances.move(receiver, "payment", "charge", payment, amount, List.of())
                        .id());
        transfer.put("destination_payment", payment.id());
        world.events.tell(world.platform, "transfer.created", transfer);
        return transfer;
    }

    static Thing made(World world, Thing about, Book receiver, long amount) {
        Thing transfer = world.make("tr", "transfer");
        return transfer.with("amount", amount)
                .with("amount_reversed", 0)
                .with("currency", about.text("currency"))
                .with("destination", receiver.account)
                .with("metadata", new Thing())
                .with("reversed", false)
                .with(
                        "reversals",
                        Thing.list("/v1/transfers/" + transfer.id() + "/reversals", new ArrayList<>(), false))
                .with("source_type", "card")
                .with("transfer_group", about.maybe("transfer_group"))
                .nothing("balance_transaction", "description", "destination_payment", "source_transaction");
    }

    Thing reversals(Call call) {
        return call.list("transfer_reversal", call.path(), reversal -> reversal.is("transfer", call.id()));
    }

    Thing reverse(Call call) {
        Thing transfer = world.platform.get("transfer", call.id());
        long amount = call.number("amount", transfer.number("amount") - transfer.number("amount_reversed"));
        return reverse(transfer, amount).with("metadata", call.metadata());
    }

    Thing reverse(Thing transfer, long amount) {
        if (amount > transfer.number("amount") - transfer.number("amount_reversed")) {
            throw Refused.invalid(null, "Reversal amount is greater than the unreversed amount on the transfer.");
        }
        Book receiver = world.book(transfer.text("destination"));
        Thing reversal = world.platform.add(world.make("trr", "transfer_reversal")
                .with("amount", amount)
                .with("currency", transfer.text("currency"))
                .with("metadata", new Thing())
                .with("transfer", transfer.id())
                .nothing("balance_transaction", "destination_payment_refund", "source_refund"));
        reversal.put(
                "balance_transaction",
                balances.move(world.platform, "transfer_refund", "transfer_reversal", reversal, amount, List.of())
                        .id());
        balances.move(receiver, "payment_refund", "refund", reversal, -amount, List.of());
        transfer.add("amount_reversed", amount);
        transfer.put("reversed", transfer.number("amount_reversed") == transfer.number("amount"));
        if (transfer.inner("reversals").get("data") instanceof List<?> list) {
            List<Object> all = new ArrayList<>(list);
            all.addFirst(reversal);
            transfer.inner("reversals").put("data", all);
        }
        world.events.tell(world.platform, "transfer.reversed", transfer);
        return reversal;
    }
}
