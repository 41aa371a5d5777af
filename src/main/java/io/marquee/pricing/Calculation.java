package io.marquee.pricing;

import io.marquee.kernel.Money;
import io.marquee.pricing.Entry.Kind;
import io.marquee.pricing.Tariff.Fee;
import io.marquee.pricing.Tariff.GroupDiscount;
import io.marquee.pricing.Tariff.Tax;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;

/** Prices one cart: list price, group discount, promo code, taxes, fees, taxes on these, in this order. Rounding happens line by line. */
final class Calculation {
    private final List<LineSum> sums;
    private final Tariff tariff;
    private final @Nullable CodeEffect code;
    private final Currency currency;

    Calculation(List<PricedItem> items, Tariff tariff, @Nullable CodeEffect code) {
        this.sums = items.stream().map(LineSum::new).toList();
        this.tariff = tariff;
        this.code = code;
        this.currency = items.getFirst().price().currency();
    }

    List<QuoteLine> lines() {
        sums.forEach(this::groupDiscount);
        if (code != null) promoCode(code);
        sums.forEach(this::taxes);
        sums.forEach(this::fees);
        sums.forEach(this::taxesOnFees);
        return sums.stream().map(LineSum::line).toList();
    }

    private void groupDiscount(LineSum line) {
        record Saved(GroupDiscount group, long amount) {}
        tariff.groups().stream()
                .filter(group ->
                        group.scope().covers(line.type()) && group.reduction().fits(currency))
                .filter(group -> together(group.scope()) >= group.from())
                .map(group -> new Saved(group, ofLine(group.reduction(), line)))
                .max(Comparator.comparingLong(Saved::amount)
                        .thenComparing(saved -> saved.group().id()))
                .ifPresent(saved -> line.takeOff(
                        Kind.GROUP_DISCOUNT,
                        saved.amount(),
                        String.valueOf(saved.group().from())));
    }

    private int together(Scope scope) {
        return sums.stream()
                .filter(line -> scope.covers(line.type()))
                .mapToInt(LineSum::quantity)
                .sum();
    }

    private void promoCode(CodeEffect effect) {
        if (!effect.reduction().fits(currency)) return;
        // by type: which line comes first in the cart must not matter
        List<LineSum> covered = sums.stream()
                .filter(line -> effect.scope().covers(line.type()))
                .sorted(Comparator.comparing(LineSum::type))
                .toList();
        if (effect.reduction() instanceof Reduction.WholeCart whole) {
            List<Long> left = covered.stream().map(LineSum::left).toList();
            long off = Math.min(
                    whole.amount(), left.stream().mapToLong(Long::longValue).sum());
            long[] shares = Exact.share(off, left);
            for (int i = 0; i < shares.length; i++) {
                covered.get(i).takeOff(Kind.PROMO_CODE, shares[i], effect.code());
            }
        } else {
            covered.forEach(line -> line.takeOff(Kind.PROMO_CODE, ofLine(effect.reduction(), line), effect.code()));
        }
    }

    private static long ofLine(Reduction reduction, LineSum line) {
        return switch (reduction) {
            case Reduction.Percent percent -> percent.rate().of(line.left());
            case Reduction.EachTicket each -> Math.min(line.left(), Math.multiplyExact(each.amount(), line.quantity()));
            case Reduction.WholeCart whole -> Math.min(line.left(), whole.amount());
        };
    }

    /** Those inside the price share what is not net; those on top are each a share of the net. */
    private void taxes(LineSum line) {
        taxes(covering(line), line.left(), line::include, line::addTax);
    }

    /** The same of what the buyer pays in fees. */
    private void taxesOnFees(LineSum line) {
        List<Tax> taxes = covering(line).stream().filter(Tax::onFees).toList();
        taxes(taxes, line.fee, line::includeInFees, line::addToFees);
    }

    private List<Tax> covering(LineSum line) {
        return tariff.taxes().stream()
                .filter(tax -> tax.scope().covers(line.type()))
                .sorted(Comparator.comparing(Tax::id))
                .toList();
    }

    private static void taxes(
            List<Tax> taxes, long gross, ObjLongConsumer<List<String>> include, ObjLongConsumer<List<String>> add) {
        List<Tax> inside = taxes.stream().filter(Tax::inclusive).toList();
        List<Long> rates =
                inside.stream().map(tax -> (long) tax.rate().thousandths()).toList();
        long all = Percentage.ALL.thousandths();
        long rate = rates.stream().mapToLong(Long::longValue).sum();
        long net = Exact.divide(Exact.times(gross, all), all + rate);
        long[] parts = Exact.share(gross - net, rates);
        for (int i = 0; i < parts.length; i++) include.accept(named(inside.get(i)), parts[i]);
        taxes.stream()
                .filter(tax -> !tax.inclusive())
                .forEach(tax -> add.accept(named(tax), tax.rate().of(net)));
    }

    private static List<String> named(Tax tax) {
        return List.of(tax.name(), tax.rate().toString());
    }

    private void fees(LineSum line) {
        if (line.left() == 0) return;
        tariff.fees().stream()
                .filter(fee -> fee.scope().covers(line.type()))
                .sorted(Comparator.comparing(Fee::id))
                .forEach(fee -> {
                    long fixed = Objects.equals(fee.currency(), currency) ? fee.fixed() : 0;
                    long amount = fee.rate().of(line.left()) + Math.multiplyExact(fixed, line.quantity());
                    if (fee.passedOn()) line.addFee(fee.name(), amount);
                    else line.absorb(fee.name(), amount);
                });
    }

    /** One line as it is being priced, in minor units. */
    private static final class LineSum {
        private final PricedItem item;
        private final Currency currency;
        private final List<Entry> entries = new ArrayList<>();
        private long left;
        private long discount;
        private long included;
        private long added;
        private long fee;
        private long includedInFees;
        private long addedToFees;
        private long absorbed;

        LineSum(PricedItem item) {
            this.item = item;
            this.currency = item.price().currency();
            this.left = item.price().times(item.quantity()).amount();
            entries.add(new Entry(Kind.TICKETS, List.of(), money(left)));
        }

        UUID type() {
            return item.ticketType();
        }

        int quantity() {
            return item.quantity();
        }

        /** What the tickets cost after the discounts so far. */
        long left() {
            return left;
        }

        void takeOff(Kind kind, long amount, String argument) {
            left -= amount;
            discount += amount;
            explain(kind, List.of(argument), -amount);
        }

        void include(List<String> arguments, long amount) {
            included += amount;
            explain(Kind.TAX_INCLUDED, arguments, amount);
        }

        void addTax(List<String> arguments, long amount) {
            added += amount;
            explain(Kind.TAX_ADDED, arguments, amount);
        }

        void addFee(String name, long amount) {
            fee += amount;
            explain(Kind.FEE_ADDED, List.of(name), amount);
        }

        void includeInFees(List<String> arguments, long amount) {
            includedInFees += amount;
            explain(Kind.FEE_TAX_INCLUDED, arguments, amount);
        }

        void addToFees(List<String> arguments, long amount) {
            addedToFees += amount;
            explain(Kind.FEE_TAX_ADDED, arguments, amount);
        }

        /** The organizer gives no more than they get. */
        void absorb(String name, long amount) {
            long most = Math.min(amount, left - included - absorbed);
            absorbed += most;
            explain(Kind.FEE_ABSORBED, List.of(name), most);
        }

        QuoteLine line() {
            return new QuoteLine(
                    item.ticketType(),
                    item.quantity(),
                    item.price(),
                    money(discount),
                    money(left - included),
                    money(included + added + includedInFees + addedToFees),
                    money(fee - includedInFees),
                    money(absorbed),
                    money(left + added + fee + addedToFees),
                    List.copyOf(entries));
        }

        private void explain(Kind kind, List<String> arguments, long amount) {
            if (amount != 0) entries.add(new Entry(kind, arguments, money(amount)));
        }

        private Money money(long amount) {
            return new Money(amount, currency);
        }
    }
}
