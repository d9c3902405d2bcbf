package clinic.anteroom.web.patient;

import clinic.anteroom.myvisit.Message;
import clinic.anteroom.myvisit.MessageService;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.stream.Stream;

/** What patient and clinic wrote to each other. */
@Named
@RequestScoped
public class MyMessagesBacking {

    @Inject
    private MyDoorBacking door;

    @Inject
    private VisitCookie cookie;

    @Inject
    private MessageService messages;

    private List<Message> all;
    private String topic;
    private String words;

    /** Everything, the newest last. */
    public List<Message> getAll() {
        if (all == null) {
            all = door.isOpen() ? messages.mine(cookie.key()) : List.of();
        }
        return all;
    }

    /** What a message can be about. */
    public List<String> getTopics() {
        return Stream.of(Message.Topic.values()).filter(Message.Topic::isForPatients).map(Enum::name).toList();
    }

    /** Sends it. */
    public String write() {
        messages.write(cookie.key(), getTopics().contains(topic) ? Message.Topic.valueOf(topic) : Message.Topic.OTHER, words);
        return "/patient/messages" + MyDoorBacking.REDIRECT + "&sent=1";
    }

    public String getTopic() {
        return topic;
    }

    public void setTopic(String topic) {
        this.topic = topic;
    }

    public String getWords() {
        return words;
    }

    public void setWords(String words) {
        this.words = words;
    }
}
