package org.tongquan.settlement;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Lets the house start and stop the thread that commits.
@Configuration(proxyBeanMethods = false)
class SettlementBeans {
    @Bean
    Committer settlementCommitter(Settlement settlement) {
        return settlement.committer();
    }
}
