package clinic.anteroom.web.shell;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpSession;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A session for one request. Faces and PrimeFaces keep the state of every page in the session, also of a page that sends
 * nothing; on the first page a patient opens that would mean a cookie before anybody has begun anything.
 */
final class PassingSession implements HttpSession {

    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private final ServletContext context;
    private int seconds;

    PassingSession(ServletContext context) {
        this.context = context;
        this.seconds = context.getSessionTimeout() * 60;
    }

    @Override
    public Object getAttribute(String name) {
        return attributes.get(name);
    }

    @Override
    public Enumeration<String> getAttributeNames() {
        return Collections.enumeration(attributes.keySet());
    }

    @Override
    public void setAttribute(String name, Object value) {
        if (value == null) {
            removeAttribute(name);
        } else {
            attributes.put(name, value);
        }
    }

    @Override
    public void removeAttribute(String name) {
        attributes.remove(name);
    }

    @Override
    public void invalidate() {
        attributes.clear();
    }

    @Override
    public ServletContext getServletContext() {
        return context;
    }

    @Override
    public void setMaxInactiveInterval(int interval) {
        seconds = interval;
    }

    @Override
    public int getMaxInactiveInterval() {
        return seconds;
    }

    @Override
    public String getId() {
        return "passing";
    }

    @Override
    public long getCreationTime() {
        return 0;
    }

    @Override
    public long getLastAccessedTime() {
        return 0;
    }

    @Override
    public boolean isNew() {
        return true;
    }
}
