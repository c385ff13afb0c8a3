;; The faults of reports.py as rules of CLIPS 6.30: one rule a cause, two for the order among them, two to print.
(deftemplate report (slot id))
(deftemplate backEnd (slot id) (slot privateAddress) (slot port))
(deftemplate listener (slot id) (slot protocol))
(deftemplate healthCheck (slot id) (slot method) (slot port) (slot timeoutSeconds) (slot intervalSeconds) (slot httpMethod) (slot domain))
(deftemplate targetState (slot id) (slot state))
(deftemplate sockets (slot id) (slot protocol) (slot address) (slot port) (slot waiting) (slot backlog))
(deftemplate service (slot id) (slot state))
(deftemplate probes (slot id) (slot from) (slot method) (slot outcome) (slot status) (slot latencyMillis) (slot port) (slot path) (slot host) (slot httpMethod))
(deftemplate firewall (slot id) (slot effect) (slot packet))
(deftemplate load (slot id) (slot cpuBusyPercent))
(deftemplate testFile (slot id) (slot kind))
(deftemplate logs (slot id) (slot log) (slot status) (slot text))
(deftemplate sysctls (slot id) (slot name) (slot value))
(deftemplate served (slot id))
(deftemplate cause (slot id) (slot name) (slot rank) (slot fix))
(deftemplate answered (slot id))

(defrule served
  (backEnd (id ?i) (privateAddress ?own) (port ?p))
  (sockets (id ?i) (port ?p) (address ?a&:(or (eq ?a "0.0.0.0") (eq ?a "::") (eq ?a ?own))))
  => (assert (served (id ?i))))
(defrule no-listener
  (backEnd (id ?i) (port ?p)) (service (id ?i) (state "STOPPED")) (not (sockets (id ?i) (port ?p)))
  (not (logs (id ?i) (log "SYSTEM") (text ?t&:(str-index "unexpectedly" ?t))))
  => (assert (cause (id ?i) (name no-listener) (rank 1) (fix "start the service"))))
(defrule service-crashed
  (backEnd (id ?i) (port ?p)) (service (id ?i) (state "STOPPED")) (not (sockets (id ?i) (port ?p)))
  (logs (id ?i) (log "SYSTEM") (text ?t&:(str-index "unexpectedly" ?t)))
  => (assert (cause (id ?i) (name service-crashed) (rank 1) (fix "read the log, then restart the service"))))
(defrule listens-on-loopback-only
  (backEnd (id ?i) (port ?p)) (sockets (id ?i) (port ?p) (address "127.0.0.1"|"::1")) (not (served (id ?i)))
  => (assert (cause (id ?i) (name listens-on-loopback-only) (rank 1) (fix "listen on the private address"))))
(defrule listens-on-wrong-address
  (backEnd (id ?i) (privateAddress ?own) (port ?p))
  (sockets (id ?i) (port ?p) (address ?a&~"127.0.0.1"&~"::1"&~"0.0.0.0"&~"::"&~?own)) (not (served (id ?i)))
  => (assert (cause (id ?i) (name listens-on-wrong-address) (rank 1) (fix "listen on the private address"))))
(defrule back-end-port-mismatch
  (backEnd (id ?i) (port ?p)) (service (id ?i) (state "RUNNING")) (not (sockets (id ?i) (port ?p)))
  (probes (id ?i) (from "PEER") (outcome "ANSWERED") (port ?q&~nil&~?p)) (sockets (id ?i) (port ?q))
  => (assert (cause (id ?i) (name back-end-port-mismatch) (rank 1) (fix "give the listener the port of the service"))))
(defrule check-port-mismatch
  (backEnd (id ?i) (port ?p)) (healthCheck (id ?i) (port ?q&~nil&~?p)) (not (sockets (id ?i) (port ?q)))
  (sockets (id ?i) (port ?p))
  => (assert (cause (id ?i) (name check-port-mismatch) (rank 1) (fix "check the port of the service"))))
(defrule host-firewall-drops
  (firewall (id ?i) (effect "DROPS") (packet "SYN")) (probes (id ?i) (from "PEER") (outcome "TIMED_OUT")) (served (id ?i))
  => (assert (cause (id ?i) (name host-firewall-drops) (rank 2) (fix "allow the check source"))))
(defrule host-firewall-rejects
  (firewall (id ?i) (effect "REJECTS") (packet "SYN")) (probes (id ?i) (from "PEER") (outcome "PROHIBITED"|"REFUSED"))
  => (assert (cause (id ?i) (name host-firewall-rejects) (rank 2) (fix "allow the check source"))))
(defrule check-path-wrong
  (testFile (id ?i) (kind "MISSING")) (probes (id ?i) (method "HTTP") (status 404))
  => (assert (cause (id ?i) (name check-path-wrong) (rank 4) (fix "create the page or correct the path"))))
(defrule server-error
  (probes (id ?i) (from "PEER") (method "HTTP") (path nil) (status ?s&:(and (integerp ?s) (>= ?s 500))))
  => (assert (cause (id ?i) (name server-error) (rank 4) (fix "repair the application"))))
(defrule redirect-not-accepted
  (probes (id ?i) (from "PEER") (method "HTTP") (status ?s&:(and (integerp ?s) (>= ?s 300) (< ?s 400))))
  => (assert (cause (id ?i) (name redirect-not-accepted) (rank 4) (fix "accept the redirect or check its target"))))
(defrule access-denied
  (logs (id ?i) (log "ACCESS") (status 401|403))
  => (assert (cause (id ?i) (name access-denied) (rank 4) (fix "serve the page to the check"))))
(defrule check-method-unsupported
  (healthCheck (id ?i) (httpMethod "HEAD")) (probes (id ?i) (httpMethod "HEAD") (status ?s&:(and (integerp ?s) (>= ?s 400))))
  (probes (id ?i) (httpMethod "GET") (status 200))
  => (assert (cause (id ?i) (name check-method-unsupported) (rank 4) (fix "check with GET"))))
(defrule check-domain-wrong
  (probes (id ?i) (host nil) (status 400)) (probes (id ?i) (host ~nil) (status 200))
  => (assert (cause (id ?i) (name check-domain-wrong) (rank 4) (fix "check with a name that the server serves"))))
(defrule high-cpu-load
  (load (id ?i) (cpuBusyPercent ?c&:(>= ?c 90))) (healthCheck (id ?i) (timeoutSeconds ?t)) (testFile (id ?i) (kind "STATIC"))
  (probes (id ?i) (path nil) (latencyMillis ?m&:(and (integerp ?m) (> ?m (* 1000 ?t)))))
  => (assert (cause (id ?i) (name high-cpu-load) (rank 5) (fix "relieve the processor"))))
(defrule slow-response
  (load (id ?i) (cpuBusyPercent ?c&:(< ?c 90))) (healthCheck (id ?i) (timeoutSeconds ?t)) (testFile (id ?i) (kind "STATIC"))
  (probes (id ?i) (path nil) (latencyMillis ?m&:(and (integerp ?m) (> ?m (* 1000 ?t)))))
  => (assert (cause (id ?i) (name slow-response) (rank 5) (fix "find what makes the page slow"))))
(defrule dynamic-test-file
  (testFile (id ?i) (kind "DYNAMIC")) (healthCheck (id ?i) (timeoutSeconds ?t))
  (probes (id ?i) (path nil) (latencyMillis ?m&:(and (integerp ?m) (> ?m (* 1000 ?t)))))
  => (assert (cause (id ?i) (name dynamic-test-file) (rank 5) (fix "check a static page"))))
(defrule accept-queue-overflow
  (backEnd (id ?i) (port ?p)) (sockets (id ?i) (port ?p) (waiting ?w&~nil) (backlog ?b&:(and (integerp ?b) (> ?w ?b))))
  (probes (id ?i) (outcome "TIMED_OUT"))
  => (assert (cause (id ?i) (name accept-queue-overflow) (rank 3) (fix "find why the service does not accept"))))
(defrule icmp-echo-ignored
  (healthCheck (id ?i) (method "PING")) (sysctls (id ?i) (name "net.ipv4.icmp_echo_ignore_all") (value "1"))
  (probes (id ?i) (method "PING") (outcome "TIMED_OUT"))
  => (assert (cause (id ?i) (name icmp-echo-ignored) (rank 2) (fix "answer echo requests"))))
(defrule timeout-not-below-interval
  (healthCheck (id ?i) (timeoutSeconds ?t) (intervalSeconds ?n&:(<= ?n ?t)))
  => (assert (cause (id ?i) (name timeout-not-below-interval) (rank 6) (fix "make the timeout shorter than the interval"))))
(defrule nothing-wrong (declare (salience -10))
  (targetState (id ?i) (state "HEALTHY")) (not (cause (id ?i))) (not (answered (id ?i)))
  => (assert (cause (id ?i) (name none) (rank 9) (fix "nothing to fix"))))
(defrule print (declare (salience -20))
  ?c <- (cause (id ?i) (name ?k) (rank ?r) (fix ?f)) (not (cause (id ?i) (rank ?q&:(< ?q ?r))))
  => (printout out ?i " " ?k " " ?r " " ?f crlf) (assert (answered (id ?i))) (retract ?c))
