package io.marquee.payment;

import io.marquee.payment.provider.FromMemory;
import io.marquee.payment.provider.PaymentProvider;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Stands before a provider, and before every part of it that it hands out: refuses to call it inside a transaction, since a
 * slow provider would keep locks and connections from everybody and a rollback would forget what it did; and leads every
 * call over its {@link ProviderLine}. Only what is {@link FromMemory} goes straight through.
 */
final class OutsideTransactions implements InvocationHandler {
    private final Object guarded;
    private final ProviderLine line;

    private OutsideTransactions(Object guarded, ProviderLine line) {
        this.guarded = guarded;
        this.line = line;
    }

    static PaymentProvider around(PaymentProvider provider, ProviderLine line) {
        return around(PaymentProvider.class, provider, line);
    }

    private static <T> T around(Class<T> type, Object guarded, ProviderLine line) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, new OutsideTransactions(guarded, line)));
    }

    static void require() {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a payment provider may not be called inside a transaction");
        }
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] arguments) {
        Class<?> answer = method.getReturnType();
        if (isPartOfIt(answer)) return part(answer, answer(method, arguments));
        if (method.getDeclaringClass() == Object.class || method.isAnnotationPresent(FromMemory.class)) {
            return answer(method, arguments);
        }
        require();
        // what is read as it comes takes as long as there is of it; its reader finds out that nothing comes any more
        return answer == Stream.class ? answer(method, arguments) : line.call(() -> answer(method, arguments));
    }

    /** Such as the desk for disputes: its calls are the provider's too. */
    private static boolean isPartOfIt(Class<?> answer) {
        return answer.isInterface() && answer.getPackage() == PaymentProvider.class.getPackage();
    }

    private @Nullable Object part(Class<?> type, @Nullable Object part) {
        return part == null ? null : around(type, part, line);
    }

    private @Nullable Object answer(Method method, Object @Nullable [] arguments) {
        try {
            return method.invoke(guarded, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException unchecked) throw unchecked;
            if (e.getCause() instanceof Error error) throw error;
            throw new IllegalStateException(e.getCause());
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
