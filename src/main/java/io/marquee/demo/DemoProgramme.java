package io.marquee.demo;

import static io.marquee.demo.DemoEvent.Fate.DRAFT;
import static io.marquee.demo.DemoEvent.Fate.LIVE;
import static io.marquee.demo.DemoEvent.Fate.ON_SALE;
import static io.marquee.demo.DemoEvent.Fate.OVER;

import io.marquee.demo.DemoEvent.DemoType;
import io.marquee.demo.DemoEvent.Fate;
import io.marquee.event.Category;
import io.marquee.event.EventType;
import java.util.List;

/** What the Harbour Collective has on. */
final class DemoProgramme {
    private static final String LISBON = "Europe/Lisbon";

    private DemoProgramme() {}

    static List<DemoEvent> events() {
        return List.of(
                event(
                        "Low Tide Sessions: an evening on the pier",
                        "Four acts, one pier and the tide going out.",
                        "Four acts, one pier and the tide going out. Bring a jacket: it is **always colder over the water** than you think.\n\nFood from Mercado do Cais until ten.",
                        EventType.CONCERT,
                        Category.MUSIC,
                        List.of("live", "outdoors"),
                        24,
                        19,
                        4,
                        "Pier 14, Harbour Road",
                        310,
                        List.of(
                                type("Early bird", "", 1800, 12),
                                type("General admission", "Standing, one drink included", 2400, 300),
                                type("Front row", "Seat on the deck", 4800, 24),
                                hidden("Friends of the pier", 900, 20)),
                        42,
                        ON_SALE),
                event(
                        "Harbour Lights open rehearsal",
                        "Listen in while the orchestra works.",
                        "Sit between the desks while the orchestra works on the summer programme. Come and go as you like.",
                        EventType.CONCERT,
                        Category.MUSIC,
                        List.of("classical", "free"),
                        0,
                        0,
                        3,
                        "Old Customs Hall",
                        205,
                        List.of(type("Seat", "", 0, 80)),
                        26,
                        LIVE),
                event(
                        "Salt & Ink: letterpress for beginners",
                        "A day at the press, and a poster to take home.",
                        "You set type by hand, ink it and pull your own poster. All tools and paper are there.\n\n- small group\n- lunch included\n- no experience needed",
                        EventType.WORKSHOP,
                        Category.ARTS,
                        List.of("craft", "beginners"),
                        9,
                        10,
                        7,
                        "Atelier Sal, Rua das Redes 3",
                        28,
                        List.of(type("Place at the press", "Lunch and paper included", 8500, 8)),
                        9,
                        ON_SALE),
                event(
                        "Tidewater Tech: small systems, long lives",
                        "One day on software that is still there in twenty years.",
                        "Ten talks on boring technology, maintenance and joy. No sponsors on stage, coffee all day.",
                        EventType.CONFERENCE,
                        Category.TECHNOLOGY,
                        List.of("software", "maintenance"),
                        61,
                        9,
                        9,
                        "Centro Náutico",
                        250,
                        List.of(type("Standard", "", 14900, 180), type("Student", "With proof at the door", 4900, 40)),
                        31,
                        ON_SALE),
                event(
                        "Sunday swim and breakfast",
                        "Cold water first, then warm bread.",
                        "We meet at the slipway at eight. Swim as far as you like; breakfast is at half past nine.",
                        EventType.SPORT,
                        Category.HEALTH,
                        List.of("swimming", "free"),
                        4,
                        8,
                        3,
                        "Slipway North",
                        190,
                        List.of(
                                type("Swimmer", "", 0, 40),
                                type("Place at the breakfast table", "The price comes back to whoever comes", 800, 20)),
                        17,
                        ON_SALE),
                event(
                        "Night market on the quay",
                        "Forty stalls, three kitchens, one brass band.",
                        "Forty makers from the harbour quarter, three kitchens and a brass band that does not know when to stop.",
                        EventType.FESTIVAL,
                        Category.FOOD,
                        List.of("market", "food"),
                        33,
                        17,
                        6,
                        "Quay 9",
                        15,
                        List.of(
                                type("Entry", "Children free", 300, 600),
                                type("Tasting pass", "Five plates of your choice", 2200, 150)),
                        38,
                        ON_SALE),
                event(
                        "Sailmakers' seminar: mending what you have",
                        "From tear to patch in an afternoon.",
                        "Bring a sail, a jacket or a tent. You go home with it whole.",
                        EventType.SEMINAR,
                        Category.EDUCATION,
                        List.of("repair"),
                        46,
                        14,
                        4,
                        "Loft 2, Harbour Road",
                        140,
                        List.of(type("Seat at the long table", "", 3200, 16)),
                        7,
                        ON_SALE),
                event(
                        "Winter concert: strings and static",
                        "A string quartet meets two modular synthesizers.",
                        "A string quartet meets two modular synthesizers in a room with eleven seconds of echo.",
                        EventType.CONCERT,
                        Category.MUSIC,
                        List.of("strings", "electronic"),
                        -20,
                        20,
                        3,
                        "The Cistern",
                        275,
                        List.of(type("Seat", "", 2000, 120)),
                        0,
                        OVER),
                event(
                        "Harbour film night",
                        "Three short films from the docks, 1931 to 1974.",
                        "Three restored films from the docks, with the people who were there.",
                        EventType.PARTY,
                        Category.ARTS,
                        List.of("film"),
                        12,
                        21,
                        2,
                        "Shed 4",
                        340,
                        List.of(type("Stalls", "", 900, 96), type("Gallery", "From above", 1200, 30)),
                        24,
                        ON_SALE),
                event(
                        "Members' summer party",
                        "Still to be announced.",
                        "Music, grill and the long table. Details follow.",
                        EventType.PARTY,
                        Category.COMMUNITY,
                        List.of("members"),
                        120,
                        18,
                        6,
                        "Pier 14, Harbour Road",
                        95,
                        List.of(type("Guest", "", 0, 150)),
                        0,
                        DRAFT));
    }

    private static DemoEvent event(
            String title,
            String summary,
            String description,
            EventType type,
            Category category,
            List<String> tags,
            int day,
            int hour,
            int hours,
            String venue,
            int hue,
            List<DemoType> types,
            int orders,
            Fate fate) {
        return new DemoEvent(
                title,
                summary,
                description,
                type,
                category,
                tags,
                day,
                hour,
                hours,
                venue,
                "Lisbon",
                "PT",
                LISBON,
                hue,
                types,
                orders,
                fate);
    }

    private static DemoType type(String name, String description, long cents, int quantity) {
        return new DemoType(name, description, cents, quantity, false);
    }

    private static DemoType hidden(String name, long cents, int quantity) {
        return new DemoType(name, "", cents, quantity, true);
    }
}
