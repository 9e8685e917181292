package org.tongquan;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.tongquan.host.TestHost;

/// The whole house on a real PostgreSQL, its pages on a free port of 127.0.0.1. The context is
/// shared by all tests of the JVM.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = Tongquan.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"server.address=127.0.0.1", "tongquan.region=capital-circle"})
@ContextConfiguration(initializers = TestHost.class)
public @interface HouseTest {}
