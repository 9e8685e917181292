package org.tongquan.identity;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tongquan.host.Vault;
import org.tongquan.host.Vault.Made;
import org.tongquan.host.Vault.Purpose;
import org.tongquan.kernel.CitizenId;

/// All SQL on `identity.personal_number`. A number is encrypted for its person alone: moved to
/// another person's row it cannot be read.
@Component
class PersonalNumbers {
    private static final String SET =
            """
            insert into identity.personal_number
                (person, region, sealed, sealed_key, blind, blind_key, set_at)
            values (:person, :region, :sealed, :sealedKey, :blind, :blindKey, :at)
            on conflict (person) do update
            set sealed = excluded.sealed, sealed_key = excluded.sealed_key,
                blind = excluded.blind, blind_key = excluded.blind_key, set_at = excluded.set_at
            """;

    private static final String OLD =
            """
            select person, region from identity.personal_number
            where blind_key <> :blindKey or sealed_key <> :sealedKey
            order by person
            limit :most
            """;

    private final JdbcClient db;
    private final Vault vault;

    PersonalNumbers(JdbcClient db, Vault vault) {
        this.db = db;
        this.vault = vault;
    }

    /// A number that was made with a key no longer in use.
    record Old(UUID person, String region) {}

    void set(UUID person, String region, CitizenId number, Instant at) {
        var bytes = number.number().getBytes(StandardCharsets.US_ASCII);
        var made = vault.encrypt(bytes, context(person));
        var blind = vault.blindIndex(bytes);
        db.sql(SET)
                .param("person", person)
                .param("region", region)
                .param("sealed", made.bytes())
                .param("sealedKey", made.keyId())
                .param("blind", blind.bytes())
                .param("blindKey", blind.keyId())
                .param("at", Persons.at(at))
                .update();
    }

    Optional<UUID> holder(CitizenId number) {
        var blind = vault.blindIndex(number.number().getBytes(StandardCharsets.US_ASCII));
        return db.sql(
                        "select person from identity.personal_number where blind_key = :key and"
                                + " blind = :blind")
                .param("key", blind.keyId())
                .param("blind", blind.bytes())
                .query(UUID.class)
                .optional();
    }

    Optional<CitizenId> find(UUID person) {
        return db.sql(
                        "select sealed_key, sealed from identity.personal_number where person ="
                                + " :person")
                .param("person", person)
                .query((row, n) -> new Made(row.getString(1), row.getBytes(2)))
                .optional()
                .map(made -> open(made, person));
    }

    /// Those that an older key encrypted or indexed.
    List<Old> old(int most) {
        return db.sql(OLD)
                .param("blindKey", vault.active(Purpose.BLIND_INDEX))
                .param("sealedKey", vault.active(Purpose.ENCRYPTION))
                .param("most", most)
                .query(Old.class)
                .list();
    }

    private CitizenId open(Made made, UUID person) {
        return new CitizenId(
                new String(vault.decrypt(made, context(person)), StandardCharsets.US_ASCII));
    }

    private static byte[] context(UUID person) {
        return ("identity.personal_number/" + person).getBytes(StandardCharsets.US_ASCII);
    }
}
