package org.tongquan.host;

import org.postgresql.ds.PGSimpleDataSource;

/// One way into a database: JDBC address, role, password. An empty user means that the address
/// itself carries them.
public record Database(String url, String user, String password) {
    public PGSimpleDataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        if (!user.isEmpty()) {
            source.setUser(user);
            source.setPassword(password);
        }
        return source;
    }

    /// Without the password: safe to log.
    @Override
    public String toString() {
        return user + "@" + url.replaceFirst("\\?.*", "");
    }
}
