package io.marquee.journey;

import com.microsoft.playwright.options.FilePayload;
import io.marquee.testing.PeopleFixture;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** Somebody who gets an account, an organization, and an event with tickets. */
final class Hosting {
    static final String TITLE = "Low Tide Sessions";

    private final Journey journey;
    private final Walker host;

    Hosting(Journey journey, Walker host) {
        this.journey = journey;
        this.host = host;
    }

    void signsUp(String name, String email) {
        host.open("/signup").arrives("Sign up");
        fillAccount(name, email);
        host.sees("We sent a mail to " + email);
        confirms(email);
    }

    /** Signs up in the middle of something else. */
    void fillAccount(String name, String email) {
        host.fill("name", name).fill("email", email).fill("password", PeopleFixture.PASSWORD);
        host.field("password").press("Enter");
    }

    void confirms(String email) {
        host.open(journey.mailedPath(email, "/verify")).arrives("Confirm your address");
        host.press("Confirm my address").sees("your address is confirmed");
    }

    void makesAnOrganization(String name) {
        host.open("/organizations/new").arrives("New organization");
        host.fill("name", name)
                .press("Make the organization")
                .sees(name + " is ready")
                .looks("Organization");
    }

    /** The wizard from the first to the last step. @return the path of the public page */
    String publishes() {
        host.open("/events/new").arrives("New event");
        describes();
        sells("General admission", "Standing, one drink included", "24.00", "120");
        sells("Front row", "Seat on the deck", "48.00", "8");
        host.looks("Wizard tickets").goOn().sees("Ask somebody to help").looks("Wizard team");
        host.goOn().sees("Does this look right?").looks("Wizard review");
        host.press("Publish").sees("Published. This is what your guests see.");
        host.arrives(TITLE);
        return host.path();
    }

    private void describes() {
        host.fill("title", TITLE)
                .fill("summary", "An evening on the pier")
                .fill("description", """
                        Four acts, one pier and the tide going out. Bring a jacket: it is always **colder over the water** than you think.

                        - 18:45 doors, food from the market
                        - 19:30 Ada Lind and the Low Tide Trio
                        - 21:00 everybody else
                        """)
                .fill("startsAt", "2031-06-18T19:30")
                .fill("endsAt", "2031-06-18T23:00")
                .choose("timeZone", "Europe/Lisbon")
                .choose("country", "PT")
                .choose("type", "concert")
                .choose("category", "music")
                .fill("venue", "Pier 14")
                .fill("address", "Harbour Road 2")
                .fill("city", "Lisbon");
        host.field("cover").setInputFiles(new FilePayload("sunset.png", "image/png", sunset()));
        host.press("Save and continue").sees(TITLE).looks("Wizard no tickets yet");
    }

    private void sells(String name, String description, String price, String quantity) {
        host.page().locator("main a[href*='/ticket-types/new']").click();
        host.fill("name", name)
                .fill("description", description)
                .fill("price.amount", price)
                .fill("quantity", quantity)
                .looks("Wizard ticket type");
        host.field("quantity").press("Enter");
        host.sees("0 of " + quantity);
    }

    /** A cover without a file from anywhere. */
    private static byte[] sunset() {
        BufferedImage image = new BufferedImage(1000, 1000, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setPaint(new GradientPaint(0, 0, new Color(0xffb25c), 700, 1000, new Color(0xc93f2e)));
        graphics.fillRect(0, 0, 1000, 1000);
        graphics.setColor(new Color(0xfff3da));
        graphics.fillOval(420, 620, 160, 160);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }
}
