package io.marquee.wallet;

import io.marquee.event.EventView;
import io.marquee.ordering.WalletPasses;
import io.marquee.platform.config.Settings;
import io.marquee.platform.config.Settings.ApplePasses;
import io.marquee.platform.config.Settings.GooglePasses;
import io.marquee.platform.config.Settings.Wallets;
import io.marquee.platform.tenancy.Acting;
import io.marquee.ticketing.MovingRule;
import io.marquee.ticketing.MovingRules;
import io.marquee.ticketing.RosterReads;
import io.marquee.ticketing.TicketView;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Gives out passes, and remembers which: whatever they say may change. */
@Component
public class Passes implements WalletPasses {
    private final PassRows rows;
    private final PassMaking making;
    private final MovingRules rules;
    private final RosterReads changes;
    private final Acting acting;
    private final JsonMapper json;
    private final Clock clock;
    private final URI base;
    private final Wallets wallets;
    private final @Nullable PassArchive archive;

    Passes(
            PassRows rows,
            PassMaking making,
            MovingRules rules,
            RosterReads changes,
            Acting acting,
            JsonMapper json,
            Clock clock,
            Settings settings) {
        this.rows = rows;
        this.making = making;
        this.rules = rules;
        this.changes = changes;
        this.acting = acting;
        this.json = json;
        this.clock = clock;
        this.base = settings.baseUrl();
        this.wallets = settings.wallets();
        ApplePasses apple = wallets.apple();
        this.archive = apple == null ? null : new PassArchive(json, apple.chain(), apple.key());
    }

    @Override
    public Set<Kind> offered(EventView event) {
        Set<Kind> offered = EnumSet.noneOf(Kind.class);
        if (wallets.apple() != null) offered.add(Kind.APPLE);
        if (wallets.google() != null) offered.add(Kind.GOOGLE);
        return offered.isEmpty() || rules.of(event) == MovingRule.REQUIRED ? Set.of() : offered;
    }

    @Override
    @Transactional
    public byte[] apple(EventView event, TicketView ticket, Locale locale) {
        PassSerial serial = keep(event, ticket, locale, true);
        return file(making.facts(serial, event, locale));
    }

    @Override
    @Transactional
    public URI google(EventView event, TicketView ticket, Locale locale) {
        GooglePasses google = Objects.requireNonNull(wallets.google());
        PassFacts facts = making.facts(keep(event, ticket, locale, false), event, locale);
        Map<String, Object> claims = Map.of(
                "iss",
                google.account(),
                "aud",
                "google",
                "typ",
                "savetowallet",
                "iat",
                clock.instant().getEpochSecond(),
                "origins",
                List.of(base.toString()),
                "payload",
                Map.of(
                        "eventTicketClasses",
                        List.of(GooglePass.classOf(facts, google.issuer())),
                        "eventTicketObjects",
                        List.of(GooglePass.objectOf(facts, google.issuer()))));
        return URI.create("https://pay.google.com/gp/v/save/" + SignedToken.of(claims, google.key(), json));
    }

    /** As it is now. */
    byte[] file(PassFacts facts) {
        ApplePasses apple = Objects.requireNonNull(wallets.apple());
        return Objects.requireNonNull(archive)
                .of(ApplePass.of(
                        facts, apple.type(), apple.team(), base + "/wallet/apple", making.token(facts.serial())));
    }

    /** Whether it is one of ours. */
    boolean isType(String type) {
        ApplePasses apple = wallets.apple();
        return apple != null && apple.type().equals(type);
    }

    private PassSerial keep(EventView event, TicketView ticket, Locale locale, boolean apple) {
        PassSerial serial = PassSerial.of(ticket);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        acting.asSystem(event.organization(), () -> rows.keep(serial, event, locale, apple, now, changes.cursor()));
        return serial;
    }
}
