@echo off
rem Starts clb-doctor with the Java of JAVA_HOME, or the one on the PATH.
setlocal
set "home=%~dp0."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
"%java%" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dclbdoctor.home="%home%" -jar "%home%\clb-doctor.jar" %*
exit /b %errorlevel%
