package clinic.anteroom.web.reception;

import clinic.anteroom.scheduling.BookingService;
import clinic.anteroom.scheduling.LengthService;
import clinic.anteroom.scheduling.Trial;
import clinic.anteroom.scheduling.TrialService;
import clinic.anteroom.scheduling.TryVisit;
import clinic.anteroom.scheduling.WaitingRequest;
import clinic.anteroom.scheduling.finder.VisitNeeds;
import clinic.anteroom.scheduling.finder.VisitType;
import clinic.anteroom.shared.BusinessException;
import clinic.anteroom.shared.ClinicTime;
import clinic.anteroom.web.shell.Texts;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Answers while something is dragged over the board: could it be there, and if not, what stands against it. It changes nothing. */
@WebServlet("/reception/try")
public class DeskTryServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    @Inject
    private transient TrialService trials;

    @Inject
    private transient LengthService lengths;

    @Inject
    private transient BookingService bookings;

    @Inject
    private transient ClinicTime time;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("len") != null) {
            length(request, response);
            return;
        }
        Optional<UUID> column = id(request, "col");
        Optional<Instant> at = moment(request.getParameter("at"));
        if (column.isEmpty() || at.isEmpty()) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        answer(response, look(request, column.get(), at.get()));
    }

    /** Could the phase take so many minutes. */
    private void length(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<UUID> visit = id(request, "visit");
        String phase = request.getParameter("phase");
        String minutes = request.getParameter("len");
        if (visit.isEmpty() || phase == null || !phase.matches("[1-9]") || !minutes.matches("\\d{1,3}")) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            answer(response, words(lengths.look(visit.get(), Integer.parseInt(phase), Integer.parseInt(minutes))));
        } catch (BusinessException refusal) {
            answer(response, List.of(Texts.plain(refusal.key(), refusal.arguments())));
        }
    }

    private static void answer(HttpServletResponse response, List<String> obstacles) throws IOException {
        JsonArrayBuilder words = Json.createArrayBuilder();
        obstacles.forEach(words::add);
        response.setContentType("application/json");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.getWriter().write(Json.createObjectBuilder().add("free", obstacles.isEmpty()).add("obstacles", words).build().toString());
    }

    private List<String> look(HttpServletRequest request, UUID column, Instant at) {
        try {
            return question(request, column, at).map(trials::look).map(this::words)
                    .orElseGet(() -> List.of(Texts.plain("reception_desk.nothing_here")));
        } catch (BusinessException refusal) {
            return List.of(Texts.plain(refusal.key(), refusal.arguments()));
        }
    }

    private Optional<TryVisit> question(HttpServletRequest request, UUID column, Instant at) {
        String phase = request.getParameter("phase");
        Optional<UUID> visit = id(request, "visit");
        if (visit.isPresent()) {
            return Optional.of(TryVisit.moving(visit.get(), column, at, phase != null && phase.matches("[1-9]") ? Integer.parseInt(phase) : 0));
        }
        List<VisitType> offered = trials.offeredBy(column);
        Optional<WaitingRequest> order = id(request, "order").flatMap(id -> bookings.waiting().stream().filter(one -> one.id().equals(id)).findFirst());
        if (order.isPresent()) {
            return offered.stream().filter(kind -> kind.tests().contains(order.get().test())).findFirst()
                    .map(kind -> TryVisit.booking(kind.code(), order.get().patientId(), column, at, VisitNeeds.PLAIN, false));
        }
        return id(request, "copy").flatMap(bookings::find).map(copied ->
                TryVisit.booking(copied.visitType(), copied.patientId(), column, at, copied.needs().asOrdered(), false));
    }

    private List<String> words(Trial trial) {
        return ObstacleWords.of(trial, time.zone());
    }

    private Optional<Instant> moment(String at) {
        try {
            return Optional.ofNullable(at).map(LocalDateTime::parse).map(wall -> wall.atZone(time.zone()).toInstant());
        } catch (DateTimeException odd) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> id(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getParameter(name)).filter(id -> id.matches(ID)).map(UUID::fromString);
    }
}
