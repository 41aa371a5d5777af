package io.marquee.platform.tenancy;

import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DataSourceUtils;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;

/** Every transaction begins by stating who acts; where nobody said so, it acts as {@link Actor#NOBODY}. */
final class ActorTransactionManager extends JdbcTransactionManager {
    private final DataSource dataSource;

    ActorTransactionManager(DataSource dataSource) {
        super(dataSource);
        this.dataSource = dataSource;
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        super.doBegin(transaction, definition);
        try {
            StatedActor.state(DataSourceUtils.getConnection(dataSource), Acting.current());
        } catch (SQLException e) {
            doCleanupAfterCompletion(transaction);
            throw new CannotCreateTransactionException("could not state who acts", e);
        }
    }
}
