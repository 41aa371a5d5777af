package io.marquee.integration;

import java.util.List;

/** What a column can mean, with the names that people give it, best first. Compared without case, spaces and punctuation. */
public enum Target {
    TITLE("name", "title", "subject", "event", "eventname", "titel", "veranstaltung"),
    STARTS_AT("startdate", "startsat", "start", "starttime", "begin", "begins", "date", "beginn", "datum", "von"),
    ENDS_AT("enddate", "endsat", "end", "endtime", "until", "ende", "bis"),
    CITY("city", "town", "location", "place", "stadt", "ort"),
    COUNTRY("country", "countrycode", "land"),
    VENUE("venue", "venuename", "hall", "veranstaltungsort", "halle"),
    ADDRESS("address", "street", "adresse", "strasse"),
    WEBSITE("websiteurl", "url", "website", "link", "homepage", "webseite"),
    TAGS("topic", "topics", "tags", "tag", "category", "thema", "themen", "kategorie"),
    DESCRIPTION("description", "details", "beschreibung"),
    SUMMARY("summary", "teaser", "kurzbeschreibung"),
    TIME_ZONE("timezone", "tz", "zeitzone");

    private final List<String> names;

    Target(String... names) {
        this.names = List.of(names);
    }

    List<String> names() {
        return names;
    }
}
