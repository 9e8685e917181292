package org.tongquan.ledger.suggesting;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tongquan.host.Vault;
import org.tongquan.host.Vault.Made;

/// All SQL on `ledger.suggestion_contact`: how to reach a writer, encrypted for its own row alone.
@Repository
class Contacts {
    private final JdbcClient db;
    private final Vault vault;

    Contacts(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    void add(UUID id, String region, String contact, Instant at) {
        var made = vault.encrypt(contact.getBytes(StandardCharsets.UTF_8), context(id));
        db.sql(
                        """
                        insert into ledger.suggestion_contact (id, region, sealed_key, sealed, at)
                        values (:id, :region, :key, :sealed, :at)
                        """)
                .param("id", id)
                .param("region", region)
                .param("key", made.keyId())
                .param("sealed", made.bytes())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    /// Of a suggestion, as far as the acting body reads it.
    Optional<String> find(UUID suggestion) {
        return db.sql(
                        """
                        select c.id, c.sealed_key, c.sealed from ledger.suggestion s
                        join ledger.suggestion_contact c on c.id = s.contact
                        where s.id = :suggestion
                        """)
                .param("suggestion", suggestion)
                .query(
                        (row, i) ->
                                new String(
                                        vault.decrypt(
                                                new Made(row.getString(2), row.getBytes(3)),
                                                context(row.getObject(1, UUID.class))),
                                        StandardCharsets.UTF_8))
                .optional();
    }

    private static byte[] context(UUID id) {
        return ("ledger.suggestion_contact/" + id).getBytes(StandardCharsets.US_ASCII);
    }
}
