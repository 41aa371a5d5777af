package io.marquee.stripe;

/** {@code /setup/<account>/<link>}: where an organizer tells Stripe who they are. A link works once. */
final class SetupPage {
    private final World world;
    private final Desks desks;

    SetupPage(World world, Desks desks) {
        this.world = world;
        this.desks = desks;
    }

    Page page(String id, String link, boolean posted, Thing form) {
        Thing account = world.platform.get("account", id);
        if (!account.is("_link", link)) return Page.to(account.text("_refresh"));
        if (!posted) return form(account);
        account.put("_link", null);
        if (form.is("go", "on")) desks.accounts.onboard(account);
        return Page.to(account.text("_return"));
    }

    private static Page form(Thing account) {
        return Page.html("Get paid", """
                <h1>Get paid by Marquee</h1>
                <p class="soft">%s</p>
                <form class="card" method="post">
                <label for="type">Type of business</label>
                <select id="type" name="type"><option>Individual</option><option>Company</option><option>Non-profit</option></select>
                <label for="name">Legal name</label>
                <input id="name" name="name" autocomplete="organization">
                <label for="iban">IBAN</label>
                <input id="iban" name="iban" placeholder="PT50 0002 0123 1234 5678 9015 4">
                <button class="main" name="go" value="on">Agree and submit</button>
                <p><button name="go" value="later">Save for later</button></p>
                </form>
                """.formatted(Page.plain(account.maybe("email"))));
    }
}
