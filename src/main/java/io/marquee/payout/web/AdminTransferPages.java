package io.marquee.payout.web;

import io.marquee.identity.Access;
import io.marquee.kernel.InvalidInput;
import io.marquee.kernel.Money;
import io.marquee.kernel.OrganizationId;
import io.marquee.kernel.Refusal;
import io.marquee.kernel.Slice;
import io.marquee.organization.OrganizationReads;
import io.marquee.organization.OrganizationView;
import io.marquee.payout.PayoutAccountView;
import io.marquee.payout.PayoutAccountsOf;
import io.marquee.payout.TransferView;
import io.marquee.payout.Transfers;
import io.marquee.platform.web.AmountField;
import io.marquee.platform.web.Chip;
import io.marquee.platform.web.Field;
import io.marquee.platform.web.FieldErrors;
import io.marquee.platform.web.Flash;
import io.marquee.platform.web.Option;
import io.marquee.platform.web.Page;
import io.marquee.platform.web.Pagination;
import io.marquee.platform.web.SeeOther;
import io.marquee.platform.web.Text;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The administrator passes the operator's money on by hand, and takes it back. */
@Controller
@RequestMapping("/admin/transfers")
class AdminTransferPages {
    private static final String PATH = "/admin/transfers";
    private static final int SHOWN = 50;

    private final Transfers transfers;
    private final PayoutAccountsOf accounts;
    private final OrganizationReads organizations;
    private final Access access;

    AdminTransferPages(Transfers transfers, PayoutAccountsOf accounts, OrganizationReads organizations, Access access) {
        this.transfers = transfers;
        this.accounts = accounts;
        this.organizations = organizations;
        this.access = access;
    }

    @GetMapping
    ModelAndView show(@RequestParam(required = false) @Nullable String cursor, Page page) {
        return shown(cursor, Map.of(), FieldErrors.none(), page);
    }

    @PostMapping
    ModelAndView make(@RequestParam Map<String, String> form, Page page, RedirectAttributes redirect) {
        access.requireAdministrator();
        try {
            String[] to = form.getOrDefault("account", "").split("/", 2);
            if (to.length != 2) throw InvalidInput.at("account", "choice");
            Money amount = AmountField.parse(
                    "amount",
                    form.getOrDefault("amount", ""),
                    AmountField.currency("currency", form.getOrDefault("currency", "")));
            transfers.make(
                    organization(to[0]),
                    to[1],
                    amount,
                    form.getOrDefault("description", ""),
                    form.getOrDefault("key", ""));
            Flash.good(page.text().get("payout.transfer.made", amount)).with(redirect);
            return SeeOther.to(PATH);
        } catch (InvalidInput invalid) {
            return again(form, FieldErrors.of(invalid, page.text()), page);
        } catch (Refusal refused) {
            if (refused.kind() != Refusal.Kind.CONFLICT && refused.kind() != Refusal.Kind.UNAVAILABLE) throw refused;
            Flash.bad(page.text().why(refused)).with(redirect);
            return SeeOther.to(PATH);
        }
    }

    private static OrganizationId organization(String id) {
        try {
            return OrganizationId.of(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            throw InvalidInput.at("account", "choice");
        }
    }

    private ModelAndView again(Map<String, String> form, FieldErrors errors, Page page) {
        ModelAndView again = shown(null, form, errors, page);
        again.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return again;
    }

    /** What is wrong is said on the page that follows: the field is one of many. */
    @PostMapping("/{id}/reversals")
    ModelAndView reverse(
            @PathVariable String id,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String currency,
            @RequestParam(defaultValue = "") String key,
            Page page,
            RedirectAttributes redirect) {
        access.requireAdministrator();
        try {
            Money back = AmountField.parse("amount", amount, AmountField.currency("currency", currency));
            Flash.after(
                            () -> transfers.reverse(id, back, key),
                            "payout.transfer.reversed",
                            page.text(),
                            Refusal.Kind.CONFLICT,
                            Refusal.Kind.UNAVAILABLE)
                    .with(redirect);
        } catch (InvalidInput invalid) {
            Flash.bad(FieldErrors.of(invalid, page.text()).together()).with(redirect);
        }
        return SeeOther.to(PATH);
    }

    private ModelAndView shown(@Nullable String cursor, Map<String, String> form, FieldErrors errors, Page page) {
        Text text = page.text();
        Slice<TransferView> slice = transfers.all(cursor, SHOWN);
        List<PayoutAccountView> open = accounts.all().stream()
                .filter(account -> account.account() != null)
                .toList();
        Map<OrganizationId, OrganizationView> names = organizations.byIds(Stream.concat(
                        slice.items().stream().map(TransferView::organization),
                        open.stream().map(PayoutAccountView::organization))
                .distinct()
                .toList());
        TransfersView view = new TransfersView(
                open.isEmpty() ? List.of() : fields(open, names, form, errors, text),
                form.getOrDefault("key", UUID.randomUUID().toString()),
                errors,
                slice.items().stream()
                        .map(transfer -> row(transfer, names, text))
                        .toList(),
                new Pagination(
                        cursor == null ? null : PATH, slice.next() == null ? null : PATH + "?cursor=" + slice.next()));
        return page.titled(text.get("payout.transfer.title")).show("payout/admin-transfers", "view", view);
    }

    private static List<Field> fields(
            List<PayoutAccountView> open,
            Map<OrganizationId, OrganizationView> names,
            Map<String, String> form,
            FieldErrors errors,
            Text text) {
        String currency = form.getOrDefault("currency", "EUR");
        return List.of(
                Field.select(
                                "account",
                                text.get("payout.transfer.to"),
                                open.stream()
                                        .map(account -> option(account, names, text))
                                        .toList())
                        .value(form.get("account"))
                        .error(errors.of("account"))
                        .required(),
                Field.text("amount", text.get("payout.column.amount"))
                        .with("inputmode", "decimal")
                        .value(form.get("amount"))
                        .error(errors.of("amount"))
                        .required(),
                Field.select("currency", text.get("payout.transfer.currency"), AmountField.currencies(currency))
                        .value(currency)
                        .error(errors.of("currency"))
                        .required(),
                Field.text("description", text.get("payout.transfer.what"))
                        .hint(text.get("payout.transfer.what.hint"))
                        .with("maxlength", "200")
                        .value(form.get("description"))
                        .error(errors.of("description"))
                        .required());
    }

    private static Option option(PayoutAccountView account, Map<OrganizationId, OrganizationView> names, Text text) {
        return Option.of(
                account.organization() + "/" + account.provider(),
                name(names, account.organization()) + " · " + text.get("payout.provider." + account.provider()));
    }

    private static String name(Map<OrganizationId, OrganizationView> names, OrganizationId id) {
        OrganizationView organization = names.get(id);
        return organization == null ? id.toString() : organization.name();
    }

    private static TransfersView.Row row(TransferView of, Map<OrganizationId, OrganizationView> names, Text text) {
        String amount = text.money(of.amount());
        boolean back = of.reverses() != null;
        return new TransfersView.Row(
                name(names, of.organization()),
                back ? text.get("payout.transfer.back", amount) : amount,
                of.description(),
                of.failure() == null ? of.provider() + (of.ref() == null ? "" : " · " + of.ref()) : of.failure(),
                text.dateTime(of.createdAt(), ZoneId.of("UTC")),
                Chip.of(text, of.state()),
                of.left().isPositive() ? reversal(of, text) : null);
    }

    private static TransfersView.Reversal reversal(TransferView of, Text text) {
        return new TransfersView.Reversal(
                PATH + "/" + of.id() + "/reversals",
                "amount-" + of.id(),
                AmountField.of(of.left()),
                of.left().currency().getCurrencyCode(),
                UUID.randomUUID().toString(),
                text.get("payout.transfer.reverse.question"));
    }
}
