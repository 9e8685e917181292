package org.tongquan.site;

import java.util.List;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.tongquan.kernel.Actor;

/// Lets every page and API method simply ask for the [Actor].
@Configuration(proxyBeanMethods = false)
class Frame implements WebMvcConfigurer {
    private final SignIn signIn;

    Frame(SignIn signIn) {
        this.signIn = signIn;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(
                new HandlerMethodArgumentResolver() {
                    @Override
                    public boolean supportsParameter(MethodParameter parameter) {
                        return parameter.getParameterType().equals(Actor.class);
                    }

                    @Override
                    public Object resolveArgument(
                            MethodParameter parameter,
                            @org.jspecify.annotations.Nullable ModelAndViewContainer container,
                            NativeWebRequest request,
                            @org.jspecify.annotations.Nullable WebDataBinderFactory binders) {
                        return signIn.actor();
                    }
                });
    }
}
