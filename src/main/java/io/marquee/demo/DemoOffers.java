package io.marquee.demo;

import io.marquee.escrow.StakeTerms;
import io.marquee.escrow.Stakes;
import io.marquee.event.EventView;
import io.marquee.pricing.CodeDetails;
import io.marquee.pricing.Percentage;
import io.marquee.pricing.PriceRules;
import io.marquee.pricing.PromoCodes;
import io.marquee.pricing.RuleDetails;
import io.marquee.pricing.Scope;
import io.marquee.seating.Numbering;
import io.marquee.seating.SeatMaps;
import io.marquee.seating.SeatSections;
import io.marquee.seating.SectionShape;
import io.marquee.ticketing.TicketTypeView;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What some of the demo's events have beside their ticket types: a code, a tax, a discount for groups, numbered seats, a stake. */
@Component
class DemoOffers {
    private final PromoCodes codes;
    private final PriceRules rules;
    private final SeatMaps maps;
    private final SeatSections sections;
    private final Stakes stakes;

    DemoOffers(PromoCodes codes, PriceRules rules, SeatMaps maps, SeatSections sections, Stakes stakes) {
        this.codes = codes;
        this.rules = rules;
        this.maps = maps;
        this.sections = sections;
        this.stakes = stakes;
    }

    /** @param types as they were made, in their order */
    void make(EventView event, List<TicketTypeView> types) {
        String title = event.details().title();
        if (title.startsWith("Low Tide Sessions")) {
            codes.create(event, tenPercentOff());
            rules.create(event, rule(RuleDetails.Kind.TAX, "VAT", "6", null));
        } else if (title.startsWith("Tidewater Tech")) {
            rules.create(event, rule(RuleDetails.Kind.GROUP_DISCOUNT, "", "15", 5));
        } else if (title.startsWith("Harbour film night")) {
            seat(event, types.get(0), types.get(1));
        } else if (title.startsWith("Sunday swim")) {
            stakes.choose(event, List.of(types.get(1).id()), StakeTerms.USUAL);
        }
    }

    private static CodeDetails tenPercentOff() {
        return new CodeDetails("TIDE10", percent("10"), null, false, false, Scope.ALL, null, null, 50, 1);
    }

    private static RuleDetails rule(RuleDetails.Kind kind, String name, String percent, @Nullable Integer from) {
        return new RuleDetails(kind, name, percent(percent), null, false, from, Scope.ALL);
    }

    private static Percentage percent(String percent) {
        return Percentage.of(new BigDecimal(percent));
    }

    private void seat(EventView event, TicketTypeView stalls, TicketTypeView gallery) {
        maps.create(event, "Shed 4");
        addBelow(event, stalls, 12);
        addBelow(event, gallery, 10);
    }

    /** As many seats as there are tickets. */
    private void addBelow(EventView event, TicketTypeView type, int seatsPerRow) {
        float[] place = SeatSections.below(maps.editable(event));
        sections.add(
                event,
                type.name(),
                List.of(type.id().value()),
                new SectionShape(
                        type.left() / seatsPerRow,
                        seatsPerRow,
                        Numbering.CLEAR_LETTERS,
                        Numbering.NUMBERS,
                        1,
                        0,
                        place[0],
                        place[1]));
    }
}
