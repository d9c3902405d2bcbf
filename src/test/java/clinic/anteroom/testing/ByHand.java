package clinic.anteroom.testing;

import clinic.anteroom.shared.ClinicTime;
import jakarta.annotation.Resource;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.security.Principal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Puts services together without a server: what they inject is made the same way, once each, on {@link TestDatabase}. Each
 * call within {@link #transaction} is one transaction of its thread. What a service tells others is handed on as
 * {@link #tell} says.
 */
public final class ByHand {

    private final ThreadLocal<EntityManager> current = new ThreadLocal<>();
    private final Map<Class<?>, Object> made = new HashMap<>();
    private final Map<Type, Consumer<Object>> listeners = new HashMap<>();
    private String caller = "ANONYMOUS";
    private Set<String> roles = Set.of();

    public ByHand(ClinicTime time) {
        made.put(ClinicTime.class, time);
        made.put(EntityManager.class, proxy(EntityManager.class, (method, arguments) -> method.invoke(current.get(), arguments)));
    }

    /** Hands events of this type on to the listener. */
    public <T> ByHand tell(Class<T> event, Consumer<T> listener) {
        listeners.put(event, told -> listener.accept(event.cast(told)));
        return this;
    }

    /** Who calls from now on, to every service; at first nobody. */
    public ByHand signedIn(String name, String... as) {
        caller = name;
        roles = Set.of(as);
        return this;
    }

    /** One transaction of this thread, rolled back when the work throws. */
    public <T> T transaction(Supplier<T> work) {
        EntityManager entities = TestDatabase.entities().createEntityManager();
        current.set(entities);
        entities.getTransaction().begin();
        try {
            T result = work.get();
            entities.getTransaction().commit();
            return result;
        } finally {
            if (entities.getTransaction().isActive()) {
                entities.getTransaction().rollback();
            }
            current.remove();
            entities.close();
        }
    }

    /** The one object of this class. */
    public <T> T get(Class<T> type) {
        return type.cast(object(type));
    }

    private synchronized Object object(Class<?> type) {
        Object known = made.get(type);
        if (known != null) {
            return known;
        }
        try {
            Object object = construct(type);
            made.put(type, object);
            for (Field field : type.getDeclaredFields()) {
                if (Stream.of(Inject.class, PersistenceContext.class, Resource.class).anyMatch(field::isAnnotationPresent)) {
                    field.setAccessible(true);
                    field.set(object, value(field.getGenericType(), field.getType(), field.getAnnotation(ConfigProperty.class)));
                }
            }
            for (Method method : type.getDeclaredMethods()) {
                if (method.isAnnotationPresent(jakarta.annotation.PostConstruct.class)) {
                    method.setAccessible(true);
                    method.invoke(object);
                }
            }
            return object;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Cannot put " + type + " together", e);
        }
    }

    private Object construct(Class<?> type) throws ReflectiveOperationException {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (constructor.isAnnotationPresent(Inject.class)) {
                constructor.setAccessible(true);
                return constructor.newInstance(Stream.of(constructor.getParameters())
                        .map(one -> value(one.getParameterizedType(), one.getType(), one.getAnnotation(ConfigProperty.class))).toArray());
            }
        }
        Constructor<?> plain = type.getDeclaredConstructor();
        plain.setAccessible(true);
        return plain.newInstance();
    }

    private Object value(Type generic, Class<?> type, ConfigProperty setting) {
        if (setting != null) {
            return setting(type, setting.defaultValue());
        }
        if (type == Event.class) {
            Type event = ((ParameterizedType) generic).getActualTypeArguments()[0];
            return proxy(Event.class, (method, arguments) -> {
                if (method.getName().equals("fire")) {
                    listeners.getOrDefault(event, told -> { }).accept(arguments[0]);
                }
                return null;
            });
        }
        if (type.isInterface() && !type.getName().startsWith("clinic.anteroom") && type != EntityManager.class) {
            return proxy(type, (method, arguments) -> method.getReturnType() == boolean.class
                    ? (Object) (method.getName().equals("isCallerInRole") && roles.contains(arguments[0]))
                    : method.getReturnType() == Principal.class ? (Principal) () -> caller : null);
        }
        return object(type);
    }

    private static Object setting(Class<?> type, String value) {
        if (type == int.class) {
            return Integer.parseInt(value);
        }
        return type == Optional.class ? Optional.empty() : type == boolean.class ? (Object) Boolean.parseBoolean(value) : value;
    }

    private interface Call {
        Object answer(Method method, Object[] arguments) throws ReflectiveOperationException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(ByHand.class.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
            try {
                return Modifier.isStatic(method.getModifiers()) ? null : call.answer(method, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        }));
    }
}
