package clinic.anteroom.web.shell;

import clinic.anteroom.shared.Language;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The language a browser has chosen. {@code ?lang=fr} in the address of any patient page chooses one, as the links on top of
 * each page and in French mails do; then the same page is opened without it, so that Back does not choose again. The choice
 * is kept for a year and says nothing about its owner. Who has not chosen gets the first language we speak of those the
 * browser asks for.
 */
@WebFilter("/patient/*")
public class LanguageCookie extends HttpFilter {

    /** The parameter of an address that chooses. */
    static final String CHOICE = "lang";

    private static final long serialVersionUID = 1L;
    private static final String NAME = "__Host-language";
    private static final int A_YEAR = 365 * 24 * 60 * 60;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain) throws IOException, ServletException {
        Optional<Language> choice = "GET".equals(request.getMethod()) ? Language.of(request.getParameter(CHOICE)) : Optional.empty();
        if (choice.isEmpty()) {
            chain.doFilter(request, response);
            return;
        }
        response.addCookie(OurCookie.of(NAME, choice.get().code(), A_YEAR));
        String query = withoutChoice(request);
        response.sendRedirect(request.getContextPath() + request.getServletPath() + (query.isEmpty() ? "" : "?" + query));
    }

    /** The query of an address with everything but a choice of language; empty if there is nothing else. */
    static String withoutChoice(HttpServletRequest request) {
        return Stream.ofNullable(request.getQueryString()).flatMap(query -> Stream.of(query.split("&")))
                .filter(part -> !part.isEmpty() && !part.startsWith(CHOICE + "=")).collect(Collectors.joining("&"));
    }

    /** The language for this request. */
    static Language language(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Stream::of).filter(cookie -> cookie.getName().equals(NAME))
                .findFirst().flatMap(cookie -> Language.of(cookie.getValue()))
                .orElseGet(() -> Language.firstOf(Collections.list(request.getLocales()).iterator()));
    }
}
