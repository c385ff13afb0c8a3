package clbdoctor.fact;

/** What follows from observed facts by computation, never by judgement. */
public sealed interface Derived extends Fact
    permits Surveyed,
        CheckedPort,
        Binding,
        StepPassed,
        Symptom,
        Reading,
        HttpAnswer,
        AnswerTime,
        CheckWindows,
        ParameterOutOfRange,
        CheckTiming,
        SourceBan,
        ServiceSocket,
        DefaultAllow,
        ReasonGiven,
        FirstDetection,
        SourceSwitch,
        TargetAddress,
        CustomAnswer,
        Association,
        NodeHealthPort,
        CheckSatisfied {}
