package clinic.anteroom.web.doctor;

import clinic.anteroom.triage.CaseExplanation;
import clinic.anteroom.triage.ExplanationService;
import clinic.anteroom.triage.WhatIf;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** "What would change this?": answers flipped ({@code TW-Q18=NO}, sent and in no address), the rules asked again, nothing saved. */
@Named
@RequestScoped
public class WhatIfBacking {

    private static final int SHOWN_FIRST = 8;

    @Inject
    private ExplanationService explanations;

    @Inject
    private CasePage page;

    @Inject
    private FacesContext faces;

    private WhatIf read;
    private CaseExplanation smallest;

    @PostConstruct
    void read() {
        Map<String, String> flips = faces.getExternalContext().getRequestParameterMap().entrySet().stream()
                .filter(flip -> !flip.getValue().isEmpty()).collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        read = explanations.whatIf(page.caseId(), flips).orElse(null);
    }

    /** What the rules say then; null where no rules could be used. */
    public WhatIf getRead() {
        return read;
    }

    /** Answers that are flipped, and those that decide most. */
    public List<WhatIf.Choice> getFirst() {
        return read.answers().stream().filter(answer -> isFirst(answer)).toList();
    }

    /** All other answers. */
    public List<WhatIf.Choice> getOthers() {
        return read.answers().stream().filter(answer -> !isFirst(answer)).toList();
    }

    /** The smallest changes that would raise the urgency or take flags away, found by search. */
    public CaseExplanation getSmallest() {
        if (smallest == null) {
            smallest = explanations.explain(page.caseId());
        }
        return smallest;
    }

    public Object getCaseId() {
        return page.caseId();
    }

    private boolean isFirst(WhatIf.Choice answer) {
        return !answer.chosen().isEmpty() || read.answers().indexOf(answer) < SHOWN_FIRST;
    }
}
