package io.marquee.platform.database;

import io.marquee.platform.config.Login;

/** The database that this process uses: whom to migrate and whom to work as. */
sealed interface Database extends AutoCloseable permits EmbeddedDatabase, ExternalDatabase {
    Login owner();

    Login app();

    @Override
    void close();
}
